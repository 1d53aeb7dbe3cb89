package org.partnerportal.tenant;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.partnerportal.shared.EmailAddress;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.Who;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads and keeps organisations and their people for the other features. */
@Service
@Transactional(readOnly = true)
public class TenantService {

    private static final EnumSet<AdminRole> BILLING_ADMINISTRATORS =
            EnumSet.of(AdminRole.GLOBAL_ADMINISTRATOR, AdminRole.BILLING_ADMINISTRATOR);
    private static final EnumSet<AdminRole> SELLERS = EnumSet.of(AdminRole.ADMIN_AGENT, AdminRole.SALES_AGENT);
    private static final EnumSet<AdminRole> AGENTS = EnumSet.of(AdminRole.ADMIN_AGENT, AdminRole.HELPDESK_AGENT);

    private final TenantRepository tenants;
    private final PartnerProfileRepository profiles;
    private final AccountRepository accounts;
    private final DemoData demoData;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TenantService(
            TenantRepository tenants,
            PartnerProfileRepository profiles,
            AccountRepository accounts,
            DemoData demoData,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tenants = tenants;
        this.profiles = profiles;
        this.accounts = accounts;
        this.demoData = demoData;
        this.events = events;
        this.clock = clock;
    }

    /** The person behind an account; empty when account or organisation is switched off. */
    public Optional<Actor> actor(UUID account) {
        List<ActorRow> rows = accounts.actor(account);
        boolean hidden = rows.stream().anyMatch(ActorRow::demo) && !demoData.isOn();
        return hidden ? Optional.empty() : ActorRow.actor(rows);
    }

    public Optional<Credentials> credentials(String email) {
        return accounts.credentials(email.strip().toLowerCase(Locale.ROOT))
                .filter(row -> !row.passwordHash().isEmpty()) // who has yet to choose one cannot sign in
                .map(row -> row.credentials(demoData.isOn()));
    }

    /** What others may know of an organisation. */
    public TenantView tenant(TenantId id) {
        return tenants.views(List.of(id)).stream().findFirst().orElseThrow(NotFoundException::new);
    }

    /** The organisation, as long as it may be shown: it is in use, and demo data is switched on where it is one. */
    public Optional<TenantView> shown(TenantId id) {
        return tenants.shown(List.of(id), demoData.isOn()).stream().findFirst();
    }

    /** Those of several that may be shown, by id. */
    public Map<TenantId, TenantView> shown(Collection<TenantId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : tenants.shown(ids, demoData.isOn()).stream().collect(Collectors.toMap(TenantView::id, view -> view));
    }

    /** The same for several organisations at once, by id. */
    public Map<TenantId, TenantView> tenants(Collection<TenantId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : tenants.views(ids).stream().collect(Collectors.toMap(TenantView::id, view -> view));
    }

    /** The partner's card; not found when the tenant is no partner. */
    public PartnerCard partner(TenantId id) {
        return tenants.partnerCard(id).orElseThrow(NotFoundException::new);
    }

    /**
     * Locks the partner until the transaction ends, so that one at a time counts and names what it may have only so many of,
     * or only one of a name.
     */
    @Transactional
    public void lockPartner(TenantId id) {
        if (profiles.lock(id).isEmpty()) {
            throw new NotFoundException();
        }
    }

    /** The people of an organisation who hold any of these roles, by name. */
    public List<Contact> holders(TenantId tenant, Set<AdminRole> roles) {
        return accounts.holders(tenant, roles);
    }

    /** The accounts in use of the organisation's people who hold all of these roles. */
    public List<UUID> holdersOfAll(TenantId tenant, Set<AdminRole> roles) {
        return accounts.holdersOfAll(tenant, roles, roles.size());
    }

    /** Which of these accounts hold any of these roles in one of these organisations. */
    public List<Actor.Worker> holders(Collection<TenantId> several, Collection<UUID> people, Set<AdminRole> roles) {
        return accounts.holders(several, people, roles);
    }

    /** The people of an organisation who hold at least Billing Administrator, by name. */
    public List<Contact> billingAdministrators(TenantId tenant) {
        return accounts.holders(tenant, BILLING_ADMINISTRATORS);
    }

    /** The Global Administrators of an organisation, by name. */
    public List<Contact> globalAdministrators(TenantId tenant) {
        return accounts.holders(tenant, EnumSet.of(AdminRole.GLOBAL_ADMINISTRATOR));
    }

    /** The partner's admin agents, by name. */
    public List<Contact> adminAgents(TenantId partner) {
        return accounts.holders(partner, EnumSet.of(AdminRole.ADMIN_AGENT));
    }

    /** The partner's agents who work inside customers' organisations, by name. */
    public List<Contact> agents(TenantId partner) {
        return accounts.holders(partner, AGENTS);
    }

    /** Those who run the portal, by name. */
    public List<Contact> operators() {
        return accounts.operators(demoData.isOn());
    }

    /** What the organisation is called that runs the portal; empty as long as there is none. */
    public String portalName() {
        return accounts.operatorTenants(demoData.isOn(), Limit.of(1)).stream()
                .findFirst()
                .orElse("");
    }

    /** The partner's agents who look for customers and invite them, by name. */
    public List<Contact> sellers(TenantId partner) {
        return accounts.holders(partner, SELLERS);
    }

    /** The people behind these accounts, in use or not, as far as they belong to the organisation, by name. */
    public List<Contact> contacts(TenantId tenant, Collection<UUID> people) {
        return people.isEmpty() ? List.of() : accounts.contacts(tenant, people);
    }

    /** One person to name or to write to. */
    public Contact contact(UUID account) {
        return accounts.contact(account).orElseThrow(NotFoundException::new);
    }

    /** The person who signs in with that address, if there is one in use. */
    public Optional<Contact> contactOf(String email) {
        return accounts.contactOf(email).filter(Contact::active);
    }

    /** The person as the trail names one, in use or not. */
    public Who who(UUID account) {
        return accounts.who(account).orElseThrow(NotFoundException::new);
    }

    /** The account that signs in with that address, as long as it may: it, its organisation, and demo data where it is one. */
    public Optional<Actor> withEmail(String email) {
        return accounts.findByEmail(email.strip().toLowerCase(Locale.ROOT)).flatMap(account -> actor(account.id()));
    }

    /** The same person, held until the end of the transaction against others who would do something about the account. */
    @Transactional
    public Optional<Actor> hold(UUID account) {
        return accounts.lock(account).flatMap(held -> actor(held.id()));
    }

    /** One of the organisation's people. */
    public Optional<Person> person(TenantId tenant, UUID account) {
        return accounts.ofTenant(tenant, account).map(Account::person);
    }

    /** The same, held until the end of the transaction against others who would do something about the account. */
    @Transactional
    public Optional<Person> holdPerson(TenantId tenant, UUID account) {
        return accounts.lockOfTenant(tenant, account).map(Account::person);
    }

    /** How many of the organisation's people besides that one can sign in as its Global Administrator. */
    public long countOtherAdministrators(TenantId tenant, UUID account) {
        return accounts.countAble(tenant, AdminRole.GLOBAL_ADMINISTRATOR, account);
    }

    /** The same, with the organisation held until the end of the transaction, so that two cannot leave at once. */
    @Transactional
    public long holdOtherAdministrators(TenantId tenant, UUID account) {
        tenants.lock(tenant);
        return countOtherAdministrators(tenant, account);
    }

    /** Gives the person these admin roles, and no other. */
    @Transactional
    public void assignRoles(Person person, Set<AdminRole> roles) {
        accounts.findById(person.account()).orElseThrow(NotFoundException::new).assignRoles(roles);
    }

    /** Keeps a password that somebody else has made, hashed; the person is to choose another. */
    @Transactional
    public void resetPassword(Person person, String hash, Instant now) {
        accounts.findById(person.account()).orElseThrow(NotFoundException::new).resetPassword(hash, now);
        events.publishEvent(new AccessEnded(List.of(person.account())));
    }

    public boolean isEmailTaken(String email) {
        // no database looks for every sign that people can send
        return EmailAddress.isWellFormed(email) && accounts.existsByEmail(email);
    }

    /** The organisation with that domain, if it is here already. */
    public Optional<TenantView> withDomain(String domain) {
        return tenants.findByDomain(domain).map(Tenant::view);
    }

    /** The same for several domains at once; those that nobody here has are left out. */
    public Map<String, TenantId> withDomains(Collection<String> domains) {
        return domains.isEmpty()
                ? Map.of()
                : tenants.withDomains(domains).stream().collect(Collectors.toMap(TenantView::domain, TenantView::id));
    }

    /**
     * Makes an organisation with its first person. Unique constraints stand behind the domain and the address.
     *
     * @return the account of the first person
     */
    @Transactional
    public UUID register(String name, String domain, String country, NewAccount firstPerson) {
        var now = clock.instant();
        Tenant tenant = tenants.save(new Tenant(name, domain, country, false, now));
        return accounts.save(new Account(tenant.id(), firstPerson, now)).id();
    }

    /** Makes an account in an organisation that is here already. */
    @Transactional
    public UUID join(TenantId tenant, NewAccount person) {
        return accounts.save(new Account(tenant, person, clock.instant())).id();
    }

    /** Makes an account in an organisation for a person of one of its partners. */
    @Transactional
    public UUID joinFrom(TenantId partner, TenantId tenant, NewAccount person) {
        return accounts.save(new Account(tenant, person, partner, clock.instant()))
                .id();
    }

    /**
     * Switches off an account that a partner's person uses; whoever is signed in with it is out.
     *
     * @return whether it was in use
     */
    @Transactional
    public boolean disableFrom(TenantId partner, TenantId tenant, UUID account) {
        Account held = lockFrom(partner, tenant, account);
        boolean changes = held.isActive();
        held.disableByTenant();
        events.publishEvent(new AccessEnded(List.of(account)));
        return changes;
    }

    /** Why the organisation cannot switch an account on again that a partner's person uses; empty where it can. */
    public Optional<TenantRefusal> mayEnable(TenantId tenant, UUID account) {
        return accounts.ofTenant(tenant, account).map(TenantService::mayEnable).orElseThrow(NotFoundException::new);
    }

    private static Optional<TenantRefusal> mayEnable(Account account) {
        return TenantRules.enable(account.isActive(), account.isDisabledByTenant());
    }

    /**
     * Switches such an account on again.
     *
     * @return whether it was off
     */
    @Transactional
    public boolean enableFrom(TenantId partner, TenantId tenant, UUID account) {
        Account held = lockFrom(partner, tenant, account);
        mayEnable(held).ifPresent(refusal -> {
            throw new RefusedException(refusal);
        });
        boolean changes = !held.isActive();
        held.enable();
        return changes;
    }

    private Account lockFrom(TenantId partner, TenantId tenant, UUID account) {
        return accounts.lockOfTenant(tenant, account)
                .filter(found -> partner.equals(found.person().employer()))
                .orElseThrow(NotFoundException::new);
    }

    /** Keeps the password that a person has chosen, hashed. */
    @Transactional
    public void choosePassword(UUID account, String hash) {
        accounts.findById(account).orElseThrow(NotFoundException::new).choosePassword(hash, clock.instant());
    }

    /**
     * Replaces the password that was proven to be known, unless somebody else has replaced it meanwhile.
     *
     * @param proven the hash of the password that the person has typed
     * @return whether it was replaced
     */
    @Transactional
    public boolean replacePassword(UUID account, String proven, String hash) {
        Account held = accounts.lock(account).orElseThrow(NotFoundException::new);
        boolean still = held.hasPassword(proven);
        if (still) {
            held.choosePassword(hash, clock.instant());
        }
        return still;
    }

    /** Keeps how the person wants to read the portal. */
    @Transactional
    public void prefer(UUID account, Locale locale, ZoneId zone, Theme theme) {
        accounts.findById(account).orElseThrow(NotFoundException::new).prefer(locale, zone, theme);
    }

    /** Keeps the language chosen on a page. */
    @Transactional
    public void readIn(UUID account, Locale locale) {
        accounts.findById(account).orElseThrow(NotFoundException::new).readIn(locale);
    }

    /** Makes a demo partner that nobody signs in for. */
    @Transactional
    public void makeDemoPartner(String name, String domain, String country, String phone) {
        Tenant tenant = tenants.save(new Tenant(name, domain, country, true, clock.instant()));
        profiles.save(new PartnerProfile(tenant.id(), phone, "support@" + domain));
    }

    /** The demo accounts, in the order in which they were made; none while demo data is switched off. */
    public List<DemoAccount> demoAccounts() {
        return demoData.isOn() ? DemoAccount.of(accounts.demoAccounts()) : List.of();
    }
}
