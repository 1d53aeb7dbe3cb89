/** Start pages, error pages, and what every page carries: language, look, dates. */
@NullMarked
@ApplicationModule(
        displayName = "Home",
        allowedDependencies = {
            "shared",
            "tenant",
            "entrarole",
            "agreement",
            "referral",
            "relationship",
            "assignment",
            "partneraccount",
            "accessreview",
            "onbehalf",
            "device",
            "application",
            "listing",
            "onbehalf",
            "operator",
            "support",
            "subscription",
            "invoice"
        })
package org.partnerportal.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
