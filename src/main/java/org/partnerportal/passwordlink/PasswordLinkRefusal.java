package org.partnerportal.passwordlink;

import org.partnerportal.shared.Refusal;

/** Why a link does not lead to a new password. */
public enum PasswordLinkRefusal implements Refusal {
    /** Used, lapsed, replaced by a newer one, of an account that is switched off, or never sent. */
    LINK_DEAD,
    /** The address got as many mails within the hour as it may. */
    TOO_MANY;

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
