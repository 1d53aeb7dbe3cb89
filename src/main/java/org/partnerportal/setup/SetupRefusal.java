package org.partnerportal.setup;

import org.partnerportal.shared.Refusal;

/** Why the portal is not set up. */
public enum SetupRefusal implements Refusal {
    /** Not a code from the log, or from too long ago. */
    CODE_WRONG;

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }

    @Override
    public String field() {
        return "code";
    }
}
