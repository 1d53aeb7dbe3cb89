package org.partnerportal.notification;

/**
 * What a mail is about, as far as people may choose. What is sent to one person on purpose, such as an invitation, a code or
 * a question, is not for choosing.
 */
public enum MailTopic {
    /** What becomes of the invitations that a person sent, and reminders of those that wait for an answer. */
    INVITATIONS,
    /** Relationships that begin, change or end, and roles that are removed. */
    RELATIONSHIPS,
    /** Ends that come near, ends that have come, and extensions. */
    EXPIRY,
    /** Agreement versions to accept, and acceptances. */
    AGREEMENT,
    /** Access reviews that are due, overdue or finished. */
    REVIEWS,
    /** What the operator decides about a partner's directory listing. */
    LISTING,
    /** Customers' requests for contact that reach a partner, wait there, or are taken back. */
    REFERRALS,
    /** New service requests that a person may handle, and what becomes of those that it opened or looks after. */
    SERVICE_REQUESTS,
    /** What was bought, changed, canceled and renewed. */
    BILLING,
    /** Versions of apps that wait for approval, and what became of them. */
    APPLICATIONS;

    /** Whether an organisation's address can get it; what one person sent concerns that person. */
    public boolean isForAddresses() {
        return this != INVITATIONS && this != SERVICE_REQUESTS;
    }
}
