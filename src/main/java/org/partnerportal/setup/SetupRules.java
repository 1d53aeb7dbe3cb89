package org.partnerportal.setup;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Refusal;
import org.partnerportal.tenant.TenantRules;

/** What it takes to set the portal up. */
final class SetupRules {

    static final Duration CODE_LIFE = Duration.ofHours(24);

    private SetupRules() {}

    /**
     * Asks for the code: 24 hours from the start that wrote it.
     *
     * @param madeAt when the code was made, or null where there is no such code
     */
    static Optional<SetupRefusal> code(@Nullable Instant madeAt, Instant now) {
        boolean good = madeAt != null && now.isBefore(madeAt.plus(CODE_LIFE));
        return good ? Optional.empty() : Optional.of(SetupRefusal.CODE_WRONG);
    }

    /**
     * Asks whether the form is whole.
     *
     * @param commonPasswords passwords that everybody tries first, in lower case
     * @return everything that is wrong, one refusal for each
     */
    static Stream<Refusal> form(NewOperator form, Set<String> commonPasswords) {
        return Stream.of(
                        TenantRules.organisation(form.organisation(), form.country(), form.domain()),
                        TenantRules.person(form.name(), form.email(), form.language()),
                        TenantRules.password(form.password(), commonPasswords).stream())
                .flatMap(refusals -> refusals);
    }
}
