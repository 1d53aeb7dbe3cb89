package org.partnerportal.trailcheck;

import org.partnerportal.shared.Refusal;

/** Why the trail is not checked. */
enum TrailCheckRefusal implements Refusal {
    /** What was noted is no end of a chain. */
    NOTED_MALFORMED;

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }

    @Override
    public String field() {
        return "noted";
    }
}
