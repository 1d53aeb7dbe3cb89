package org.partnerportal.trailcheck;

import java.util.Optional;
import org.partnerportal.audit.TrailReport.Head;
import org.partnerportal.shared.Refusal;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantRules;

/** Who has the trail checked, and against what. */
final class TrailCheckRules {

    private TrailCheckRules() {}

    /**
     * Asks whether the trail can be checked against this.
     *
     * @param noted an end of the chain that was noted earlier, or an empty text
     */
    static Optional<Refusal> ask(Actor actor, String noted) {
        return TenantRules.operate(actor)
                .map(Refusal.class::cast)
                .or(() -> noted.isEmpty() || Head.parse(noted).isPresent()
                        ? Optional.empty()
                        : Optional.of(TrailCheckRefusal.NOTED_MALFORMED));
    }
}
