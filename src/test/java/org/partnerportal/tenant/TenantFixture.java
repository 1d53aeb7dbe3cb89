package org.partnerportal.tenant;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.annotation.Transactional;

/** Makes organisations and people for tests; every one is new, so tests never meet. */
@TestComponent
public class TenantFixture {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    public static final String PASSWORD = "correct horse battery";

    private final TenantRepository tenants;
    private final AccountRepository accounts;
    private final PartnerProfileRepository profiles;
    private final TenantService service;
    private final JdbcTemplate database;
    private final Clock clock;
    private final String passwordHash;

    TenantFixture(
            TenantRepository tenants,
            AccountRepository accounts,
            PartnerProfileRepository profiles,
            TenantService service,
            PasswordEncoder passwords,
            JdbcTemplate database,
            Clock clock) {
        this.tenants = tenants;
        this.database = database;
        this.accounts = accounts;
        this.profiles = profiles;
        this.service = service;
        this.clock = clock;
        this.passwordHash = passwords.encode(PASSWORD);
    }

    /** Somebody of a new customer organisation. */
    @Transactional
    public Actor customer(AdminRole... roles) {
        String name = "customer" + UUID.randomUUID();
        Tenant tenant = tenants.save(new Tenant(name, name + ".example", "GB", false, clock.instant()));
        return person(tenant, "ben", roles);
    }

    /** Somebody who runs the portal. */
    @Transactional
    public Actor operator() {
        return customer(AdminRole.OPERATOR);
    }

    /** The admin agent of a new partner. */
    @Transactional
    public Actor partner() {
        return partner("partner" + UUID.randomUUID());
    }

    @Transactional
    public Actor partner(String name) {
        String domain = "p" + UUID.randomUUID() + ".example";
        Tenant tenant = tenants.save(new Tenant(name, domain, "US", false, clock.instant()));
        profiles.save(new PartnerProfile(tenant.id(), "+1 555 0100", "support@" + domain));
        return person(tenant, "sam", AdminRole.ADMIN_AGENT);
    }

    /** Somebody else of the same organisation. */
    @Transactional
    public Actor colleague(Actor of, AdminRole... roles) {
        return person(tenants.findById(of.tenant()).orElseThrow(), "c" + UUID.randomUUID(), roles);
    }

    private Actor person(Tenant tenant, String mailbox, AdminRole... roles) {
        String domain = service.tenant(tenant.id()).domain();
        var person = new NewAccount(
                mailbox + "@" + domain,
                mailbox,
                passwordHash,
                Locale.ENGLISH,
                ZoneId.of("Europe/London"),
                Set.of(roles));
        return service.actor(accounts.save(new Account(tenant.id(), person, clock.instant()))
                        .id())
                .orElseThrow();
    }

    /** The same person, of an organisation that is called as people call theirs: for pictures. */
    public Actor called(Actor of, String organisation, String person) {
        String domain = "d" + NUMBER.incrementAndGet() + ".example";
        database.update(
                "update tenant set name = ?, domain = ? where id = ?",
                organisation,
                domain,
                of.tenant().value());
        String email = of.email().substring(0, of.email().indexOf('@') + 1) + domain;
        database.update("update account set name = ?, email = ? where id = ?", person, email, of.account());
        return service.actor(of.account()).orElseThrow();
    }

    /** The same person with a name that people have, and an address to match: for pictures. */
    public Actor called(Actor of, String person, String mailbox, String ofDomain) {
        database.update(
                "update account set name = ?, email = ? where id = ?", person, mailbox + "@" + ofDomain, of.account());
        return service.actor(of.account()).orElseThrow();
    }

    @Transactional
    public void disableAccount(UUID account) {
        accounts.findById(account).orElseThrow().disable();
    }

    @Transactional
    public void disableTenant(Actor of) {
        tenants.findById(of.tenant()).orElseThrow().disable();
    }

    @Transactional
    public void assign(UUID account, AdminRole... roles) {
        accounts.findById(account).orElseThrow().assignRoles(Set.of(roles));
    }
}
