/** What subscriptions cost and what became of them: invoices, billing notifications, and this month's sums. */
@NullMarked
@ApplicationModule(
        displayName = "Invoice",
        allowedDependencies = {
            "shared",
            "tenant",
            "entrarole",
            "agreement",
            "agreementrecord",
            "relationship",
            "onbehalf",
            "subscription"
        })
package org.partnerportal.invoice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
