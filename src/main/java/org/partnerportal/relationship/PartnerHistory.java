package org.partnerportal.relationship;

import java.time.Instant;
import java.util.List;
import org.partnerportal.shared.TenantId;

/** What happened between a customer and a partner. The partner's page asks, the trail answers. */
public interface PartnerHistory {

    /** The latest lines, newest first. */
    List<Line> latest(TenantId customer, TenantId partner, int most);

    /**
     * One line of the history, in the reader's language.
     *
     * @param at when
     * @param what what happened
     * @param person who did it; empty for the portal itself
     * @param facts the facts, ready to read
     */
    record Line(Instant at, String what, String person, List<String> facts) {}
}
