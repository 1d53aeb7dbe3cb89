package org.partnerportal.tenant;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.TenantId;

/** One person's sign-in in one tenant, with the admin roles that the person holds there. */
@Entity
class Account {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "tenant_id"))
    private TenantId tenant;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "employer_id"))
    private @Nullable TenantId employer;

    private String email;
    private String name;
    private String passwordHash;
    private String language;
    private String timeZone;

    @Enumerated(EnumType.STRING)
    private Theme theme;

    @Enumerated(EnumType.STRING)
    private Standing standing;

    private boolean disabledByTenant;

    private Instant createdAt;
    private @Nullable Instant passwordChosenAt;
    private boolean passwordTemporary;

    @ElementCollection
    @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<AdminRole> roles = new HashSet<>();

    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    Account(TenantId tenant, NewAccount person, Instant now) {
        this(tenant, person, null, now);
    }

    /** For a person of that partner, or for one of the organisation's own people where it is null. */
    Account(TenantId tenant, NewAccount person, @Nullable TenantId employer, Instant now) {
        this.id = Ids.next();
        this.tenant = tenant;
        this.employer = employer;
        this.email = person.email().toLowerCase(Locale.ROOT);
        this.name = person.name();
        this.passwordHash = person.passwordHash();
        this.language = person.locale().getLanguage();
        this.timeZone = person.zone().getId();
        this.theme = Theme.SYSTEM;
        this.standing = Standing.ACTIVE;
        this.createdAt = now;
        this.passwordChosenAt = person.passwordHash().isEmpty() ? null : now;
        assignRoles(person.roles());
    }

    void prefer(Locale locale, ZoneId zone, Theme newTheme) {
        language = locale.getLanguage();
        timeZone = zone.getId();
        theme = newTheme;
    }

    void readIn(Locale locale) {
        language = locale.getLanguage();
    }

    void choosePassword(String hash, Instant now) {
        passwordHash = hash;
        passwordChosenAt = now;
        passwordTemporary = false;
    }

    /** Whether the password is still the one of that hash. */
    boolean hasPassword(String hash) {
        return passwordHash.equals(hash);
    }

    /** Replaces the password by one that somebody else has made; its person is to choose another. */
    void resetPassword(String hash, Instant now) {
        passwordHash = hash;
        passwordChosenAt = now;
        passwordTemporary = true;
    }

    /** Whoever runs the portal switches it off: nobody else switches it on again. */
    void disable() {
        standing = Standing.DISABLED;
        disabledByTenant = false;
    }

    /** The organisation switches off an account that it made for a partner's person. */
    void disableByTenant() {
        if (isActive()) {
            standing = Standing.DISABLED;
            disabledByTenant = true;
        }
    }

    void enable() {
        standing = Standing.ACTIVE;
        disabledByTenant = false;
    }

    /** Gives these roles, and no other. */
    final void assignRoles(Set<AdminRole> newRoles) {
        TenantRules.roles(newRoles, isPartners()).ifPresent(refusal -> {
            throw new RefusedException(refusal);
        });
        roles.clear();
        roles.addAll(newRoles);
    }

    boolean isActive() {
        return standing == Standing.ACTIVE;
    }

    /** Whether a partner's person uses it. */
    boolean isPartners() {
        return employer != null;
    }

    boolean isDisabledByTenant() {
        return disabledByTenant;
    }

    Person person() {
        return new Person(id, tenant, employer, name, email, roles(), isActive(), passwordChosenAt);
    }

    TenantId tenant() {
        return tenant;
    }

    String name() {
        return name;
    }

    Set<AdminRole> roles() {
        return Set.copyOf(roles);
    }

    UUID id() {
        return id;
    }
}
