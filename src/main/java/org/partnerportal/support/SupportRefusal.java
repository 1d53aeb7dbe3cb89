package org.partnerportal.support;

import org.partnerportal.shared.Refusal;

/** Why a service request is not opened, answered, assigned or closed. */
public enum SupportRefusal implements Refusal {
    /** It has no subject, or not one of one visible line. */
    SUBJECT_MALFORMED(Kind.INVALID, "subject"),
    /** What it is about is not chosen. */
    AREA_MISSING(Kind.INVALID, "area"),
    /** How much is affected is not chosen. */
    URGENCY_MISSING(Kind.INVALID, "urgency"),
    /** What is wrong is not said. */
    DESCRIPTION_MISSING(Kind.INVALID, "description"),
    /** What is wrong is said at too great a length, or with signs that cannot be seen. */
    DESCRIPTION_MALFORMED(Kind.INVALID, "description"),
    /** The answer cannot be in that language. */
    LANGUAGE_UNKNOWN(Kind.INVALID, "language"),
    /** The message is empty, too long, or holds signs that cannot be seen. */
    MESSAGE_MALFORMED(Kind.INVALID, "message"),
    /** It was closed after the page was shown; whoever knows that can open it again. */
    CLOSED_MEANWHILE(Kind.INVALID, "message"),
    /** It was closed too long ago to be opened again. */
    CLOSED_LONG_AGO(Kind.INVALID, "message"),
    /** It has as many messages as a request can have. */
    TOO_MANY_MESSAGES(Kind.INVALID, "message"),
    /** It is not said what solved it, or at too great a length, or with signs that cannot be seen. */
    SOLUTION_MALFORMED(Kind.INVALID, "solution"),
    /** Somebody wrote after the page was shown. */
    ANSWERED_MEANWHILE(Kind.INVALID, "solution"),
    /** It is closed. */
    ALREADY_CLOSED(Kind.CONFLICT, ""),
    /** Whoever is to look after it may not, or no longer. */
    ASSIGNEE_UNKNOWN(Kind.INVALID, "person"),
    /** Somebody else took it meanwhile. */
    ASSIGNED_MEANWHILE(Kind.CONFLICT, "");

    private final Kind kind;
    private final String field;

    SupportRefusal(Kind kind, String field) {
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
