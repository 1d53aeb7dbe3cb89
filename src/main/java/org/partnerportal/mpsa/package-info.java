/** MPSA: a customer lets two of its MPSA partners see each other's purchases, and takes that back. */
@NullMarked
@ApplicationModule(
        displayName = "MPSA",
        allowedDependencies = {"shared", "tenant", "relationship", "subscription"})
package org.partnerportal.mpsa;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
