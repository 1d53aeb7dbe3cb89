package org.partnerportal.mail;

import org.partnerportal.shared.Refusal;

/** Why a mail is not sent again. */
public enum MailRefusal implements Refusal {
    /** The mail server has it. */
    ALREADY_SENT,
    /** What it tells is over. */
    NOT_NEEDED,
    /** Its text was deleted, or its link or code is over. */
    TEXT_IS_GONE;

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
