package org.partnerportal.contact;

import org.partnerportal.shared.Refusal;

/** Why a form seems not to come from a person who read it; the person sends it once more, and nothing is lost. */
enum ContactRefusal implements Refusal {
    /** It came back sooner than anybody can fill it in. */
    SENT_TOO_SOON,
    /** It was opened more than a day ago. */
    FORM_TOO_OLD,
    /** It is none that the portal has made for that partner. */
    FORM_UNKNOWN;

    /** Whether only a form that is made anew can be sent; too soon is over by itself. */
    boolean needsNewForm() {
        return this != SENT_TOO_SOON;
    }

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }

    @Override
    public String field() {
        return "stamp";
    }
}
