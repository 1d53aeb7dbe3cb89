package org.partnerportal.audit;

import static org.partnerportal.tenant.AdminRole.ADMIN_AGENT;

import java.util.Optional;
import org.partnerportal.tenant.Actor;

/** Who may read an organisation's history. */
final class TrailRules {

    private TrailRules() {}

    /** The same people who see partner relationships, and a partner's admin agents. */
    static Optional<TrailRefusal> see(Actor actor) {
        boolean reader = actor.maySeeRelationships() || (actor.partner() && actor.holds(ADMIN_AGENT));
        return reader ? Optional.empty() : Optional.of(TrailRefusal.NEEDS_READER);
    }
}
