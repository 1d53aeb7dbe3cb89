/** The customer's agreement as its partners see it: whether purchases wait for it, asking for it, and its records. */
@NullMarked
@ApplicationModule(
        displayName = "Customer agreement",
        allowedDependencies = {"shared", "tenant", "agreement", "agreementrecord", "relationship"})
package org.partnerportal.customeragreement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
