package org.partnerportal.partneraccount;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.partnerportal.passwordlink.PasswordLinkReason;
import org.partnerportal.passwordlink.PasswordLinkService;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.RelationshipEvent;
import org.partnerportal.relationship.RelationshipService;
import org.partnerportal.relationship.RelationshipStatus;
import org.partnerportal.relationship.RelationshipView;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.Refusal;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.SentBeforeException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.Contact;
import org.partnerportal.tenant.NewAccount;
import org.partnerportal.tenant.TenantService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes accounts for a partner's people, lists them, takes their roles and switches them off. */
@Service
@Transactional(readOnly = true)
class PartnerAccountService {

    private final PartnerAccountRepository accounts;
    private final RelationshipService relationships;
    private final TenantService tenants;
    private final PasswordLinkService passwordLinks;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PartnerAccountService(
            PartnerAccountRepository accounts,
            RelationshipService relationships,
            TenantService tenants,
            PasswordLinkService passwordLinks,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.accounts = accounts;
        this.relationships = relationships;
        this.tenants = tenants;
        this.passwordLinks = passwordLinks;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** The relationship that accounts can be made for; not found where it is none of that type with that partner. */
    RelationshipView relationship(Actor actor, TenantId partner, UUID id) {
        PartnerAccountRules.see(actor).ifPresent(PartnerAccountService::refuse);
        return relationships.withPartner(actor, partner).stream()
                .filter(view -> view.id().equals(id) && view.type() == PartnerType.PARTNER)
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /** All accounts of the relationship, the newest first. */
    List<PartnerAccountView> list(RelationshipView relationship) {
        return list(List.of(relationship)).getOrDefault(relationship.id(), List.of());
    }

    /** The same of some relationships of one partner with one customer, by relationship, by three statements. */
    Map<UUID, List<PartnerAccountView>> list(List<RelationshipView> some) {
        if (some.isEmpty()) {
            return Map.of();
        }
        TenantId customer = some.get(0).customer();
        List<PartnerAccount> found = accounts.ofRelationships(
                customer, some.stream().map(RelationshipView::id).toList());
        Map<UUID, Contact> people =
                tenants
                        .contacts(
                                customer,
                                found.stream().map(PartnerAccount::account).toList())
                        .stream()
                        .collect(Collectors.toMap(Contact::account, Function.identity()));
        boolean partnerActive = isActive(some.get(0).partner());
        Map<UUID, Set<String>> granted =
                some.stream().collect(Collectors.toMap(RelationshipView::id, each -> granted(each, partnerActive)));
        return found.stream()
                .filter(account -> people.containsKey(account.account()))
                .collect(Collectors.groupingBy(
                        PartnerAccount::relationship,
                        Collectors.mapping(
                                account -> account.view(
                                        Objects.requireNonNull(people.get(account.account())),
                                        granted.getOrDefault(account.relationship(), Set.of())),
                                Collectors.toList())));
    }

    private Set<String> granted(RelationshipView relationship) {
        return granted(relationship, isActive(relationship.partner()));
    }

    private static Set<String> granted(RelationshipView relationship, boolean partnerActive) {
        boolean works = relationship.status() == RelationshipStatus.ACTIVE && partnerActive;
        return works ? relationship.roles() : Set.of();
    }

    private boolean isActive(TenantId partner) {
        return tenants.tenant(partner).active();
    }

    /** The template id of a role that the relationship gave once; not found where it never did. */
    String granted(RelationshipView relationship, UUID role) {
        return Optional.of(role.toString())
                .filter(relationship.grantedRoles()::contains)
                .orElseThrow(NotFoundException::new);
    }

    PartnerAccountView one(RelationshipView relationship, UUID id) {
        PartnerAccount account =
                accounts.one(relationship.customer(), relationship.id(), id).orElseThrow(NotFoundException::new);
        return account.view(tenants.contact(account.account()), granted(relationship));
    }

    /** Why no account can be made for it now; empty where one can. */
    Optional<PartnerAccountRefusal> mayCreate(Actor actor, RelationshipView relationship) {
        return PartnerAccountRules.create(
                actor,
                relationship,
                isActive(relationship.partner()),
                accounts.count(relationship.customer(), relationship.id()));
    }

    /** Whether the form made its account before, as the second click of two finds it; another person's is refused. */
    private boolean isCreated(RelationshipView relationship, PartnerAccountForm form) {
        Optional<PartnerAccount> first = accounts.one(relationship.customer(), relationship.id(), form.wanted());
        first.map(account -> tenants.contact(account.account())).ifPresent(person -> {
            boolean same = person.email().equals(form.address())
                    && person.name().equals(displayName(relationship.partner(), form));
            if (!same) {
                throw new SentBeforeException(PartnerAccounts.address(relationship.partner(), relationship.id()));
            }
        });
        return first.isPresent();
    }

    /**
     * Makes the account, and mails its person a link by which to choose a password.
     *
     * @return everything that is wrong with the form; nothing where the account is made, now or before
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    List<Refusal> create(Actor actor, TenantId partner, UUID id, PartnerAccountForm form) {
        try {
            return transaction.execute(status -> createOnce(actor, partner, id, form));
        } catch (DataIntegrityViolationException e) {
            // somebody elsewhere took the address meanwhile, which the second attempt finds
            return transaction.execute(status -> createOnce(actor, partner, id, form));
        }
    }

    private List<Refusal> createOnce(Actor actor, TenantId partner, UUID id, PartnerAccountForm form) {
        PartnerAccountRules.manage(actor).ifPresent(PartnerAccountService::refuse);
        relationships.hold(partner, actor.tenant()); // one at a time, and nobody takes a role meanwhile
        RelationshipView relationship = relationship(actor, partner, id);
        if (isCreated(relationship, form)) {
            return List.of(); // the second click of two
        }
        mayCreate(actor, relationship).ifPresent(PartnerAccountService::refuse);
        List<Refusal> wrong = check(actor, relationship, form);
        if (!wrong.isEmpty()) {
            return wrong;
        }
        Instant now = clock.instant();
        UUID account = tenants.joinFrom(partner, actor.tenant(), person(actor, partner, form));
        UUID fresh = Ids.isFresh(form.wanted(), now) ? form.wanted() : Ids.next();
        PartnerAccount made =
                accounts.save(new PartnerAccount(fresh, account, relationship, form.ticked(), actor, now));
        passwordLinks.send(actor.who(), Ids.next(), account, PasswordLinkReason.PARTNER_ACCOUNT);
        events.publishEvent(new PartnerAccountEvent.Created(now, actor.who(), facts(made), form.ticked()));
        return List.of();
    }

    private List<Refusal> check(Actor actor, RelationshipView relationship, PartnerAccountForm form) {
        return PartnerAccountRules.account(
                        actor,
                        form.personName(),
                        form.address(),
                        form.languageCode(),
                        form.ticked(),
                        granted(relationship),
                        tenants.isEmailTaken(form.address()),
                        form.address()
                                .endsWith("@" + tenants.tenant(actor.tenant()).domain()))
                .toList();
    }

    private NewAccount person(Actor actor, TenantId partner, PartnerAccountForm form) {
        String name = displayName(partner, form);
        Locale locale = Locale.forLanguageTag(form.languageCode());
        return new NewAccount(form.address(), name, "", locale, actor.zone(), Set.of());
    }

    private String displayName(TenantId partner, PartnerAccountForm form) {
        return PartnerAccountRules.displayName(
                form.personName(), tenants.tenant(partner).name());
    }

    private PartnerAccountEvent.Facts facts(PartnerAccount account) {
        return account.facts(tenants.contact(account.account()));
    }

    /** Takes one role from the account: it works from the person's next request on. */
    @Transactional
    void takeRole(Actor actor, TenantId partner, UUID relationship, UUID id, String role) {
        PartnerAccount account = lock(actor, partner, relationship, id);
        Instant now = clock.instant();
        if (account.takeRole(role, actor, now)) {
            events.publishEvent(new PartnerAccountEvent.RoleTaken(now, actor.who(), facts(account), role));
        }
    }

    /** Switches the account off: whoever is signed in with it is out. */
    @Transactional
    void disable(Actor actor, TenantId partner, UUID relationship, UUID id) {
        PartnerAccount account = lock(actor, partner, relationship, id);
        PartnerAccountRules.manage(actor).ifPresent(PartnerAccountService::refuse);
        if (tenants.disableFrom(partner, actor.tenant(), account.account())) {
            events.publishEvent(new PartnerAccountEvent.Disabled(clock.instant(), actor.who(), facts(account)));
        }
    }

    /** Without the relationship nothing is left for its accounts to do here. */
    @EventListener
    @Transactional
    void on(RelationshipEvent.Ended event) {
        RelationshipEvent.Facts relationship = event.relationship();
        for (PartnerAccount account : accounts.ofRelationships(relationship.customer(), List.of(relationship.id()))) {
            if (tenants.disableFrom(relationship.partner(), relationship.customer(), account.account())) {
                events.publishEvent(new PartnerAccountEvent.Disabled(event.at(), event.who(), facts(account)));
            }
        }
    }

    /** Why the account cannot be switched on again; empty where it can. */
    Optional<? extends Refusal> mayEnable(Actor actor, RelationshipView relationship, PartnerAccountView account) {
        Optional<? extends Refusal> mine = PartnerAccountRules.enable(actor, relationship);
        return mine.isPresent() ? mine : tenants.mayEnable(actor.tenant(), account.account());
    }

    /** Switches the account on again: its person signs in with the password of before. */
    @Transactional
    void enable(Actor actor, TenantId partner, UUID relationship, UUID id) {
        relationships.hold(partner, actor.tenant()); // so that it does not end meanwhile
        PartnerAccountRules.enable(actor, relationship(actor, partner, relationship))
                .ifPresent(PartnerAccountService::refuse);
        PartnerAccount account = lock(actor, partner, relationship, id);
        if (tenants.enableFrom(partner, actor.tenant(), account.account())) {
            events.publishEvent(new PartnerAccountEvent.Enabled(clock.instant(), actor.who(), facts(account)));
        }
    }

    private PartnerAccount lock(Actor actor, TenantId partner, UUID relationship, UUID id) {
        RelationshipView view = relationship(actor, partner, relationship);
        return accounts.lock(actor.tenant(), view.id(), id).orElseThrow(NotFoundException::new);
    }

    private static void refuse(Refusal refusal) {
        throw new RefusedException(refusal);
    }
}
