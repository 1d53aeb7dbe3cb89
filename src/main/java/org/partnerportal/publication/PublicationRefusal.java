package org.partnerportal.publication;

import org.partnerportal.shared.Refusal;

/** Why a draft is not kept or published, or acceptance not demanded. */
enum PublicationRefusal implements Refusal {
    /** The date is none. */
    DATE_UNKNOWN(Kind.INVALID, "effectiveOn"),
    /** The file is larger than the portal takes. */
    FILE_TOO_LARGE(Kind.INVALID, "File"),
    /** The file is no PDF, whatever its name says, or one that needs a password. */
    FILE_NOT_PDF(Kind.INVALID, "File"),
    /** Somebody changed the draft after it was previewed. */
    DRAFT_CHANGED(Kind.CONFLICT, ""),
    /** The box that says that there is no way back is not ticked. */
    NOT_CONFIRMED(Kind.INVALID, "confirmed"),
    /** Only what is in force can be accepted. */
    NOT_IN_FORCE(Kind.CONFLICT, ""),
    /** The customers are being told just now. */
    STILL_TELLING(Kind.CONFLICT, ""),
    /** All were told within the last day. */
    TOLD_TODAY(Kind.CONFLICT, "");

    private final Kind kind;
    private final String field;

    PublicationRefusal(Kind kind, String field) {
        this.kind = kind;
        this.field = field;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    /** The form field; for a file, the field's name behind the language. */
    @Override
    public String field() {
        return field;
    }
}
