package org.partnerportal.application;

import org.partnerportal.shared.Refusal;

/** Why something is not done with an app or one of its versions. */
public enum ApplicationRefusal implements Refusal {
    /** The partner's apps are the admin agents' work. */
    NEEDS_ADMIN_AGENT(Kind.NOT_ALLOWED, ""),
    /** Deciding about versions takes a Global Administrator of the customer. */
    NEEDS_GLOBAL_ADMINISTRATOR(Kind.NOT_ALLOWED, ""),
    /** No customer is chosen for whom the partner could make apps. */
    CUSTOMER_MISSING(Kind.INVALID, "customer"),
    /** The name is not one visible line, or too long. */
    NAME_MALFORMED(Kind.INVALID, "name"),
    /** Another of the partner's apps for the customer is called so. */
    NAME_TAKEN(Kind.INVALID, "name"),
    /** No language has a description. */
    DESCRIPTION_MISSING(Kind.INVALID, "descriptionEn"),
    /** The English description is too long, or holds signs that cannot be seen. */
    DESCRIPTION_EN_MALFORMED(Kind.INVALID, "descriptionEn"),
    /** The Japanese description is too long, or holds signs that cannot be seen. */
    DESCRIPTION_JA_MALFORMED(Kind.INVALID, "descriptionJa"),
    /** No platform is chosen. */
    PLATFORM_MISSING(Kind.INVALID, "platform"),
    /** The number of the version is none. */
    NUMBER_MALFORMED(Kind.INVALID, "number"),
    /** Another version of the app has that number. */
    NUMBER_TAKEN(Kind.INVALID, "number"),
    /** What is new is not said, or at too great a length, or with signs that cannot be seen. */
    NOTES_MALFORMED(Kind.INVALID, "notes"),
    /** No file is chosen, or nothing is in it. */
    FILE_MISSING(Kind.INVALID, "file"),
    /** The file is larger than the portal takes. */
    FILE_TOO_LARGE(Kind.INVALID, "file"),
    /** The ending of the file's name is none that is taken. */
    FILE_TYPE_UNKNOWN(Kind.INVALID, "file"),
    /** Packages of that type do not run on the app's platform. */
    FILE_TYPE_OF_OTHER_PLATFORM(Kind.INVALID, "file"),
    /** The file is not what the ending of its name claims. */
    FILE_CONTENT_OTHER(Kind.INVALID, "file"),
    /** The file breaks off, or there is nothing in it. */
    FILE_NOT_WHOLE(Kind.INVALID, "file"),
    /** It is not said why, or in too few or too many words. */
    REASON_MALFORMED(Kind.INVALID, "reason"),
    /** There is no relationship any more by which the partner could work on the app. */
    RELATIONSHIP_OVER(Kind.CONFLICT, ""),
    /** The customer would approve something of a partner who no longer works for it. */
    PARTNER_GONE(Kind.CONFLICT, ""),
    /** The two have as many apps as two can have. */
    TOO_MANY_APPLICATIONS(Kind.CONFLICT, ""),
    /** The app has as many versions without a decision as an app can have. */
    TOO_MANY_VERSIONS(Kind.CONFLICT, ""),
    /** It is submitted already, or decided about. */
    NOT_TO_SUBMIT(Kind.CONFLICT, ""),
    /** It does not wait for a decision, or no longer. */
    NOT_WAITING(Kind.CONFLICT, ""),
    /** It is not published, or no longer. */
    NOT_PUBLISHED(Kind.CONFLICT, ""),
    /** It waits for a decision, or was published once. */
    NOT_TO_DELETE(Kind.CONFLICT, "");

    private final Kind kind;
    private final String field;

    ApplicationRefusal(Kind kind, String field) {
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
