/** Software products: what independent software vendors offer, for the customers with whom they have a relationship. */
@NullMarked
@ApplicationModule(
        displayName = "Software",
        allowedDependencies = {"shared", "tenant", "relationship"})
package org.partnerportal.software;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
