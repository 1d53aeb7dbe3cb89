/** Mails that tell people what happened: written with the change, sent after it, with a state that people can see. */
@NullMarked
@ApplicationModule(
        displayName = "Mail",
        allowedDependencies = {
            "shared",
            "tenant",
            "entrarole",
            "referral",
            "relationship",
            "invitation",
            "registration",
            "accessreview",
            "notification",
            "passwordlink",
            "publication",
            "customeragreement",
            "listing",
            "user",
            "support",
            "subscription"
        })
package org.partnerportal.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
