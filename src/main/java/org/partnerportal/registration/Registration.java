package org.partnerportal.registration;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.NewAccount;

/** An organisation on its way in: waits for the code that was mailed to its first person. */
@Entity
class Registration {

    static final Duration CODE_LIFE = Duration.ofMinutes(10);

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private String organisation;
    private String domain;
    private String country;
    private String name;
    private String email;
    private String language;
    private String timeZone;
    private String passwordHash;
    private String codeHash;
    private int tries;
    private Instant expiresAt;
    private @Nullable Instant confirmedAt;

    @SuppressWarnings("NullAway.Init")
    protected Registration() {}

    Registration(UUID id, NewOrganisation form, ZoneId zone, String passwordHash, String codeHash, Instant now) {
        this.id = id;
        this.organisation = form.organisation();
        this.domain = form.domain();
        this.country = form.country();
        this.name = form.name();
        this.email = form.email();
        this.language = form.language();
        this.timeZone = zone.getId();
        this.passwordHash = passwordHash;
        this.codeHash = codeHash;
        this.expiresAt = now.plus(CODE_LIFE);
    }

    /** Whether it was begun by that same form, as far as can be told without the password. */
    boolean isOf(NewOrganisation form) {
        return organisation.equals(form.organisation())
                && domain.equals(form.domain())
                && country.equals(form.country())
                && name.equals(form.name())
                && email.equals(form.email())
                && language.equals(form.language());
    }

    void countTry() {
        tries++;
    }

    void confirm(Instant now) {
        confirmedAt = now;
    }

    /** The person who registers, with the roles to begin with. */
    NewAccount person(Set<AdminRole> roles) {
        return new NewAccount(email, name, passwordHash, Locale.forLanguageTag(language), ZoneId.of(timeZone), roles);
    }

    UUID id() {
        return id;
    }

    String organisation() {
        return organisation;
    }

    String domain() {
        return domain;
    }

    String country() {
        return country;
    }

    String name() {
        return name;
    }

    String email() {
        return email;
    }

    String language() {
        return language;
    }

    String passwordHash() {
        return passwordHash;
    }

    String codeHash() {
        return codeHash;
    }

    int tries() {
        return tries;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    boolean isConfirmed() {
        return confirmedAt != null;
    }
}
