/** Offers of a relationship by mailed link, and their answers. */
@NullMarked
@ApplicationModule(
        displayName = "Invitation",
        allowedDependencies = {"shared", "tenant", "entrarole", "agreement", "relationship", "roletemplate", "limit"})
package org.partnerportal.invitation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
