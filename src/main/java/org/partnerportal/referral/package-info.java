/** Customers' requests for contact, in the partner's inbox and on the way to an invitation and a relationship. */
@NullMarked
@ApplicationModule(
        displayName = "Referral",
        allowedDependencies = {"shared", "tenant", "listing", "relationship", "invitation", "limit"})
package org.partnerportal.referral;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
