package org.partnerportal.audit;

import java.util.Optional;
import org.partnerportal.tenant.Actor;

/** Who may read an organisation's history. */
final class TrailRules {

    private TrailRules() {}

    /** The same people who see partner relationships, and a partner's admin agents. */
    static Optional<TrailRefusal> see(Actor actor) {
        return actor.maySeeHistory() ? Optional.empty() : Optional.of(TrailRefusal.NEEDS_READER);
    }
}
