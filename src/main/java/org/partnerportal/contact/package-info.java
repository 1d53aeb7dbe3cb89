/** The customer's side of a request for contact: the public form, proving the address, and "My requests". */
@NullMarked
@ApplicationModule(
        displayName = "Contact",
        allowedDependencies = {"shared", "tenant", "listing", "relationship", "referral"})
package org.partnerportal.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
