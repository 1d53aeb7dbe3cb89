package org.partnerportal.tenant;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.TenantId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an operator does with organisations and accounts. Every verb asks its rule, and tells whether it changed anything:
 * the second click of two does not. The trail is the caller's, in the same transaction.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class TenantAdministration {

    private final TenantRepository tenants;
    private final AccountRepository accounts;
    private final PartnerProfileRepository profiles;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TenantAdministration(
            TenantRepository tenants,
            AccountRepository accounts,
            PartnerProfileRepository profiles,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tenants = tenants;
        this.accounts = accounts;
        this.profiles = profiles;
        this.events = events;
        this.clock = clock;
    }

    /** Everything that is wrong with a new organisation. */
    public List<TenantRefusal> check(String name, String country, String domain) {
        return Stream.concat(
                        TenantRules.organisation(name, country, domain),
                        tenants.findByDomain(domain).map(taken -> TenantRefusal.DOMAIN_TAKEN).stream())
                .toList();
    }

    /** Everything that is wrong with the first administrator of an organisation, which may be there or not yet. */
    public List<TenantRefusal> checkAdministrator(TenantId tenant, String name, String email, String language) {
        return Stream.concat(
                        TenantRules.person(name, email, language),
                        accounts.findByEmail(email).flatMap(account -> administrator(tenant, account)).stream())
                .toList();
    }

    /** Somebody of the organisation can become its administrator, somebody else's account can't. */
    private static Optional<TenantRefusal> administrator(TenantId tenant, Account account) {
        if (!account.tenant().equals(tenant)) {
            return Optional.of(TenantRefusal.EMAIL_TAKEN);
        }
        return account.isActive()
                ? TenantRules.roles(with(AdminRole.GLOBAL_ADMINISTRATOR, account.roles()), account.isPartners())
                : Optional.of(TenantRefusal.EMAIL_DISABLED);
    }

    private static Set<AdminRole> with(AdminRole role, Set<AdminRole> others) {
        Set<AdminRole> roles = new HashSet<>(others);
        roles.add(role);
        return roles;
    }

    /**
     * Makes an organisation, without anybody in it yet. Unique constraints stand behind the id and the domain.
     *
     * @param id the id chosen with the form
     */
    public boolean create(Actor operator, TenantId id, String name, String country, String domain) {
        TenantRules.operate(operator).ifPresent(TenantAdministration::refuse);
        if (tenants.findById(id).isPresent()) {
            return false;
        }
        check(name, country, domain).stream().findFirst().ifPresent(TenantAdministration::refuse);
        tenants.save(new Tenant(id, name, domain, country, false, clock.instant()));
        return true;
    }

    /** Makes an organisation a partner; an administrator who waits to begin there becomes its admin agent too. */
    public boolean makePartner(Actor operator, TenantId id, String phone, String supportEmail) {
        TenantRules.operate(operator).ifPresent(TenantAdministration::refuse);
        Tenant tenant = lock(id);
        if (profiles.existsById(id)) {
            return false;
        }
        TenantRules.makePartner(operator, tenant.isActive(), false).ifPresent(TenantAdministration::refuse);
        TenantRules.profile(phone, supportEmail).findFirst().ifPresent(TenantAdministration::refuse);
        profiles.save(new PartnerProfile(id, phone, supportEmail));
        for (Contact administrator : accounts.holders(id, Set.of(AdminRole.GLOBAL_ADMINISTRATOR))) {
            Account account = accounts.findById(administrator.account()).orElseThrow();
            account.assignRoles(with(AdminRole.ADMIN_AGENT, account.roles()));
        }
        return true;
    }

    public boolean disable(Actor operator, TenantId id) {
        TenantRules.operate(operator).ifPresent(TenantAdministration::refuse);
        Tenant tenant = lock(id);
        TenantRules.disable(operator, accounts.isHeld(id, AdminRole.OPERATOR)).ifPresent(TenantAdministration::refuse);
        boolean changes = tenant.isActive();
        tenant.disable();
        events.publishEvent(new AccessEnded(accounts.ids(id)));
        events.publishEvent(new TenantSwitched(id));
        return changes;
    }

    public boolean enable(Actor operator, TenantId id) {
        TenantRules.operate(operator).ifPresent(TenantAdministration::refuse);
        Tenant tenant = lock(id);
        boolean changes = !tenant.isActive();
        tenant.enable();
        events.publishEvent(new TenantSwitched(id));
        return changes;
    }

    /**
     * Makes the first administrator of an organisation that has none who could sign in. Whoever was invited before and has
     * not begun is let go: perhaps the address was wrong.
     *
     * @return the account of the administrator, who has yet to choose a password
     */
    public UUID inviteAdministrator(Actor operator, TenantId id, NewAccount person) {
        TenantRules.operate(operator).ifPresent(TenantAdministration::refuse);
        Tenant tenant = lock(id);
        TenantRules.inviteAdministrator(
                        operator, tenant.isActive(), accounts.countAble(id, AdminRole.GLOBAL_ADMINISTRATOR))
                .ifPresent(TenantAdministration::refuse);
        checkAdministrator(id, person.name(), person.email(), person.locale().getLanguage()).stream()
                .findFirst()
                .ifPresent(TenantAdministration::refuse);
        Optional<Account> known = accounts.findByEmail(person.email());
        accounts.withoutPassword(id, AdminRole.GLOBAL_ADMINISTRATOR).stream()
                .filter(earlier -> !known.equals(Optional.of(earlier)))
                .forEach(Account::disable);
        Account account = known.orElseGet(() -> accounts.save(new Account(id, person, clock.instant())));
        Set<AdminRole> roles = with(AdminRole.GLOBAL_ADMINISTRATOR, account.roles());
        account.assignRoles(profiles.existsById(id) ? with(AdminRole.ADMIN_AGENT, roles) : roles);
        return account.id();
    }

    public boolean disableAccount(Actor operator, UUID id) {
        TenantRules.operate(operator).ifPresent(TenantAdministration::refuse);
        Account account = accounts.lock(id).orElseThrow(NotFoundException::new);
        TenantRules.disableAccount(operator, account.roles()).ifPresent(TenantAdministration::refuse);
        boolean changes = account.isActive();
        account.disable();
        events.publishEvent(new AccessEnded(List.of(id)));
        return changes;
    }

    public boolean enableAccount(Actor operator, UUID id) {
        TenantRules.operate(operator).ifPresent(TenantAdministration::refuse);
        Account account = accounts.lock(id).orElseThrow(NotFoundException::new);
        TenantRules.enableAccount(account.isActive(), account.isDisabledByTenant())
                .ifPresent(TenantAdministration::refuse);
        boolean changes = !account.isActive();
        account.enable();
        return changes;
    }

    private Tenant lock(TenantId id) {
        return tenants.lock(id).orElseThrow(NotFoundException::new);
    }

    private static void refuse(TenantRefusal refusal) {
        throw new RefusedException(refusal);
    }
}
