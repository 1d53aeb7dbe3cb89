package org.partnerportal.mailqueue;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.mail.MailStatus;
import org.partnerportal.shared.Parse;

/**
 * What the operator's list shows, all of it taken from the address; what makes no sense there is passed over.
 *
 * @param status which mails, or null for all
 * @param q a part of the recipient's address; empty for all
 * @param before the mail before which the page begins, or null for the newest
 */
record MailQueueFilter(
        @Nullable MailStatus status, String q, @Nullable UUID before) {

    static final int LONGEST_SEARCH = 254;

    static MailQueueFilter of(@Nullable String status, @Nullable String q, @Nullable String before) {
        return new MailQueueFilter(
                Parse.constant(MailStatus.class, status).orElse(null),
                Parse.words(q, LONGEST_SEARCH),
                Parse.uuid(before).orElse(null));
    }

    public boolean isNarrowed() {
        return status != null || !q.isEmpty();
    }
}
