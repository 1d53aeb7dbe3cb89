package org.partnerportal.registration;

import java.time.Instant;
import java.time.ZoneId;
import org.partnerportal.shared.Ids;

/** The organisation of the registration tests: Kai registers Sakura. */
final class RegistrationFixture {

    static final Instant STARTED = Instant.parse("2026-03-02T09:00:00Z");
    static final Instant CODE_DIES = Instant.parse("2026-03-02T09:10:00Z");

    private static final NewOrganisation SAKURA = new NewOrganisation(
            "Sakura Gakuin", "JP", "sakura.example", "Sato Kai", "kai@sakura.example", "ja", "correct horse battery");

    private RegistrationFixture() {}

    static NewOrganisation sakura() {
        return SAKURA;
    }

    static NewOrganisation organisation(String organisation) {
        return new NewOrganisation(
                organisation,
                SAKURA.country(),
                SAKURA.domain(),
                SAKURA.name(),
                SAKURA.email(),
                SAKURA.language(),
                SAKURA.password());
    }

    static NewOrganisation country(String country) {
        return new NewOrganisation(
                SAKURA.organisation(),
                country,
                SAKURA.domain(),
                SAKURA.name(),
                SAKURA.email(),
                SAKURA.language(),
                SAKURA.password());
    }

    static NewOrganisation name(String name) {
        return new NewOrganisation(
                SAKURA.organisation(),
                SAKURA.country(),
                SAKURA.domain(),
                name,
                SAKURA.email(),
                SAKURA.language(),
                SAKURA.password());
    }

    static NewOrganisation address(String domain, String email) {
        return new NewOrganisation(
                SAKURA.organisation(),
                SAKURA.country(),
                domain,
                SAKURA.name(),
                email,
                SAKURA.language(),
                SAKURA.password());
    }

    static NewOrganisation language(String language) {
        return new NewOrganisation(
                SAKURA.organisation(),
                SAKURA.country(),
                SAKURA.domain(),
                SAKURA.name(),
                SAKURA.email(),
                language,
                SAKURA.password());
    }

    static NewOrganisation password(String password) {
        return new NewOrganisation(
                SAKURA.organisation(),
                SAKURA.country(),
                SAKURA.domain(),
                SAKURA.name(),
                SAKURA.email(),
                SAKURA.language(),
                password);
    }

    /** Waits for its code since {@link #STARTED}. */
    static Registration waiting() {
        return new Registration(Ids.next(), SAKURA, ZoneId.of("Asia/Tokyo"), "password hash", "code hash", STARTED);
    }
}
