package org.partnerportal.trailcheck;

import java.util.Optional;
import org.partnerportal.audit.TrailReport.Head;
import org.partnerportal.tenant.Actor;

/** Who has the trail checked, and against what. */
final class TrailCheckRules {

    private TrailCheckRules() {}

    /** Asks whether the person may have the trail checked and see what was found. */
    static Optional<TrailCheckRefusal> see(Actor actor) {
        return actor.isOperator() ? Optional.empty() : Optional.of(TrailCheckRefusal.NEEDS_OPERATOR);
    }

    /**
     * Asks whether the trail can be checked against this.
     *
     * @param noted an end of the chain that was noted earlier, or an empty text
     */
    static Optional<TrailCheckRefusal> ask(Actor actor, String noted) {
        return see(actor)
                .or(() -> noted.isEmpty() || Head.parse(noted).isPresent()
                        ? Optional.empty()
                        : Optional.of(TrailCheckRefusal.NOTED_MALFORMED));
    }
}
