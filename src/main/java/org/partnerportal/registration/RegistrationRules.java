package org.partnerportal.registration;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.partnerportal.shared.EmailAddress;
import org.partnerportal.shared.Refusal;
import org.partnerportal.tenant.TenantRules;

/** What an organisation must tell to register, and how long its code is good. */
final class RegistrationRules {

    static final int MOST_TRIES = 5;

    private RegistrationRules() {}

    /**
     * Asks whether the form is whole.
     *
     * @param commonPasswords passwords that everybody tries first, in lower case
     * @return everything that is wrong, one refusal for each
     */
    static Stream<Refusal> register(NewOrganisation form, Set<String> commonPasswords) {
        return Stream.of(
                        TenantRules.organisation(form.organisation(), form.country(), form.domain()),
                        TenantRules.person(form.name(), form.email(), form.language()),
                        inDomain(form).stream(),
                        TenantRules.password(form.password(), commonPasswords).stream())
                .flatMap(refusals -> refusals);
    }

    /** The address proves the domain only when it is in that very domain: whoever has one under co.jp does not own co.jp. */
    private static Optional<RegistrationRefusal> inDomain(NewOrganisation form) {
        return unless(
                !EmailAddress.isWellFormed(form.email()) || form.email().endsWith("@" + form.domain()),
                RegistrationRefusal.EMAIL_NOT_IN_DOMAIN);
    }

    /** Asks whether the code may still be tried: 10 minutes, 5 tries, once. */
    static Optional<RegistrationRefusal> tryCode(Registration registration, Instant now) {
        boolean alive = !registration.isConfirmed()
                && now.isBefore(registration.expiresAt())
                && registration.tries() < MOST_TRIES;
        return unless(alive, RegistrationRefusal.CODE_DEAD);
    }

    private static Optional<RegistrationRefusal> unless(boolean fine, RegistrationRefusal refusal) {
        return fine ? Optional.empty() : Optional.of(refusal);
    }
}
