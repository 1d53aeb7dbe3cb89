package org.partnerportal.agreement;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.tenant.Actor;

/** When the agreement may be accepted. */
public final class AgreementRules {

    private AgreementRules() {}

    /**
     * Asks whether the person may accept the agreement for the organisation.
     *
     * @param shown the version that the page showed
     * @param current the version in force
     * @param read whether the box "I have read" was ticked
     */
    public static Optional<AgreementRefusal> accept(Actor actor, @Nullable UUID shown, UUID current, boolean read) {
        if (!mayAccept(actor)) {
            return Optional.of(AgreementRefusal.NEEDS_BILLING_ADMINISTRATOR);
        }
        if (!current.equals(shown)) {
            return Optional.of(AgreementRefusal.VERSION_CHANGED);
        }
        return read ? Optional.empty() : Optional.of(AgreementRefusal.NOT_READ);
    }

    /** Whether the person could accept at all; the page shows the form only then. */
    public static boolean mayAccept(Actor actor) {
        return actor.isAtLeastBillingAdministrator();
    }
}
