/** What the mails say: who is told what of each feature, in the reader's language, handed to the outbox. */
@NullMarked
@ApplicationModule(
        displayName = "Mailing",
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
            "subscription",
            "application",
            "mpsa",
            "mail"
        })
package org.partnerportal.mailing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
