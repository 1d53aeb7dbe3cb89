/** Accounts that a customer makes in its own tenant for a partner's people, with the roles that it granted at most. */
@NullMarked
@ApplicationModule(
        displayName = "Partner account",
        allowedDependencies = {"shared", "tenant", "entrarole", "relationship", "assignment", "passwordlink"})
package org.partnerportal.partneraccount;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
