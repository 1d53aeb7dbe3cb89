package org.partnerportal.notification;

import org.partnerportal.shared.Refusal;

/** Why an organisation's address is not added or changed. */
enum NotificationRefusal implements Refusal {
    /** Neither a billing admin nor a partner's admin agent. */
    NEEDS_ADMIN(Kind.NOT_ALLOWED),
    /** The organisation has as many as it may. */
    TOO_MANY(Kind.CONFLICT),
    /** Not a mail address. */
    EMAIL_MALFORMED(Kind.INVALID, "email"),
    /** The organisation has it already. */
    EMAIL_TAKEN(Kind.INVALID, "email"),
    /** Not a language of the portal. */
    LANGUAGE_UNKNOWN(Kind.INVALID, "language"),
    /** An address without a topic gets nothing. */
    TOPICS_MISSING(Kind.INVALID, "topics");

    private final Kind kind;
    private final String field;

    NotificationRefusal(Kind kind) {
        this(kind, "");
    }

    NotificationRefusal(Kind kind, String field) {
        this.kind = kind;
        this.field = field;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String field() {
        return field;
    }
}
