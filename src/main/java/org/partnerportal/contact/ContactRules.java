package org.partnerportal.contact;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long it takes to fill in a form. */
final class ContactRules {

    /** Programs are faster, people are not. */
    static final Duration SHORTEST = Duration.ofSeconds(3);

    /** As long as the id that comes with a form is good. */
    static final Duration LONGEST = Duration.ofDays(1);

    private ContactRules() {}

    /**
     * Asks whether a form comes back in a time that people need.
     *
     * @param madeAt when the portal made it; empty where it did not
     */
    static Optional<ContactRefusal> send(Optional<Instant> madeAt, Instant now) {
        if (madeAt.isEmpty()) {
            return Optional.of(ContactRefusal.FORM_UNKNOWN);
        }
        Instant made = madeAt.get();
        if (now.isBefore(made.plus(SHORTEST))) {
            return Optional.of(ContactRefusal.SENT_TOO_SOON);
        }
        return now.isBefore(made.plus(LONGEST)) ? Optional.empty() : Optional.of(ContactRefusal.FORM_TOO_OLD);
    }
}
