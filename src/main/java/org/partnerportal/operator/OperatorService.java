package org.partnerportal.operator;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.partnerportal.operator.TenantEvent.Party;
import org.partnerportal.passwordlink.PasswordLinkReason;
import org.partnerportal.passwordlink.PasswordLinkService;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.SentBeforeException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.NewAccount;
import org.partnerportal.tenant.TenantAdministration;
import org.partnerportal.tenant.TenantRefusal;
import org.partnerportal.tenant.TenantRules;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What whoever runs the portal sees of organisations and accounts, and does with them. */
@Service
@Transactional(readOnly = true)
class OperatorService {

    private final OperatorSearch search;
    private final TenantAdministration administration;
    private final PasswordLinkService passwordLinks;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OperatorService(
            OperatorSearch search,
            TenantAdministration administration,
            PasswordLinkService passwordLinks,
            ApplicationEventPublisher events,
            Clock clock) {
        this.search = search;
        this.administration = administration;
        this.passwordLinks = passwordLinks;
        this.events = events;
        this.clock = clock;
    }

    Listed<TenantLine> tenants(Actor actor, TenantFilter filter) {
        needOperator(actor);
        return search.tenants(filter);
    }

    TenantDetails tenant(Actor actor, UUID id) {
        needOperator(actor);
        return search.tenant(id).orElseThrow(NotFoundException::new);
    }

    Listed<AccountLine> accounts(Actor actor, AccountFilter filter) {
        needOperator(actor);
        return search.accounts(filter);
    }

    AccountLine account(Actor actor, UUID id) {
        needOperator(actor);
        return search.account(id).orElseThrow(NotFoundException::new);
    }

    private static void needOperator(Actor actor) {
        TenantRules.operate(actor).ifPresent(refusal -> {
            throw new RefusedException(refusal);
        });
    }

    /** Whether the form has made that very organisation, as the second click of two finds it; another one is refused. */
    boolean isCreated(Actor actor, TenantForm form) {
        needOperator(actor);
        Optional<TenantLine> first = search.tenant(form.tenant()).map(TenantDetails::line);
        boolean other = first.filter(line -> !line.name().equals(form.organisationName())
                        || !line.domain().equals(form.domainName()))
                .isPresent();
        if (other) {
            throw new SentBeforeException("/operator/tenants/" + form.tenant());
        }
        return first.isPresent();
    }

    /** Everything that is wrong with the form of a new organisation. */
    List<TenantRefusal> check(Actor actor, TenantForm form) {
        needOperator(actor);
        List<TenantRefusal> wrong =
                new ArrayList<>(administration.check(form.organisationName(), form.countryCode(), form.domainName()));
        if (form.isPartner()) {
            wrong.addAll(check(actor, form.profile()));
        }
        wrong.addAll(check(actor, form.tenant(), form.administrator()));
        return wrong;
    }

    List<TenantRefusal> check(Actor actor, ProfileForm form) {
        needOperator(actor);
        return TenantRules.profile(form.number(), form.address()).toList();
    }

    List<TenantRefusal> check(Actor actor, UUID tenant, AdministratorForm form) {
        needOperator(actor);
        return administration.checkAdministrator(
                new TenantId(tenant), form.personName(), form.address(), form.languageCode());
    }

    /** Makes an organisation with its first administrator, who gets a mail. */
    @Transactional
    UUID create(Actor actor, TenantForm form) {
        Instant now = clock.instant();
        UUID wanted = form.tenant();
        UUID id = Ids.isFresh(wanted, now) ? wanted : Ids.next();
        var tenant = new TenantId(id);
        if (!administration.create(actor, tenant, form.organisationName(), form.countryCode(), form.domainName())) {
            return id;
        }
        var party = new Party(tenant, form.organisationName(), form.isPartner());
        events.publishEvent(new TenantEvent.Created(now, actor.who(), party, form.domainName()));
        if (form.isPartner()) {
            ProfileForm profile = form.profile();
            administration.makePartner(actor, tenant, profile.number(), profile.address());
            events.publishEvent(new TenantEvent.BecamePartner(now, actor.who(), party));
        }
        invite(actor, party, Ids.next(), form.administrator(), now);
        return id;
    }

    private void invite(Actor actor, Party party, UUID link, AdministratorForm form, Instant now) {
        check(actor, party.id().value(), form).stream().findFirst().ifPresent(refusal -> {
            throw new RefusedException(refusal);
        });
        var person = new NewAccount(
                form.address(),
                form.personName(),
                "",
                Locale.forLanguageTag(form.languageCode()),
                actor.zone(), // the nearest to know, until the person says
                Set.of(AdminRole.GLOBAL_ADMINISTRATOR));
        UUID account = administration.inviteAdministrator(actor, party.id(), person);
        if (passwordLinks.isSent(link)) {
            return; // the first of two clicks at the same moment was faster
        }
        events.publishEvent(
                new TenantEvent.AdministratorInvited(now, actor.who(), party, person.name(), person.email()));
        passwordLinks.send(actor.who(), link, account, PasswordLinkReason.INVITED);
    }

    /** Invites the first administrator again, or another one. */
    @Transactional
    void inviteAdministrator(Actor actor, UUID id, AdministratorForm form) {
        Party party = party(actor, id);
        if (!passwordLinks.isSent(form.link())) {
            invite(actor, party, form.link(), form, clock.instant());
        }
    }

    private Party party(Actor actor, UUID id) {
        TenantDetails found = tenant(actor, id);
        return new Party(found.id(), found.line().name(), found.line().partner());
    }

    @Transactional
    void makePartner(Actor actor, UUID id, ProfileForm form) {
        Party before = party(actor, id);
        if (administration.makePartner(actor, before.id(), form.number(), form.address())) {
            var party = new Party(before.id(), before.name(), true);
            events.publishEvent(new TenantEvent.BecamePartner(clock.instant(), actor.who(), party));
        }
    }

    @Transactional
    void disable(Actor actor, UUID id) {
        Party party = party(actor, id);
        if (administration.disable(actor, party.id())) {
            events.publishEvent(new TenantEvent.Disabled(clock.instant(), actor.who(), party));
        }
    }

    @Transactional
    void enable(Actor actor, UUID id) {
        Party party = party(actor, id);
        if (administration.enable(actor, party.id())) {
            events.publishEvent(new TenantEvent.Enabled(clock.instant(), actor.who(), party));
        }
    }

    @Transactional
    void disableAccount(Actor actor, UUID id) {
        AccountLine.Row account = account(actor, id).row();
        if (administration.disableAccount(actor, id)) {
            events.publishEvent(new AccountEvent.Disabled(clock.instant(), actor.who(), account));
        }
    }

    @Transactional
    void enableAccount(Actor actor, UUID id) {
        AccountLine.Row account = account(actor, id).row();
        if (administration.enableAccount(actor, id)) {
            events.publishEvent(new AccountEvent.Enabled(clock.instant(), actor.who(), account));
        }
    }

    /**
     * Mails a link by which the account's person chooses a new password.
     *
     * @param link the id of the link, chosen with the form: sent twice, it is still one mail
     */
    @Transactional
    void sendPasswordLink(Actor actor, UUID id, UUID link) {
        account(actor, id).sendLink(actor).ifPresent(refusal -> {
            throw new RefusedException(refusal);
        });
        passwordLinks.send(actor.who(), link, id, PasswordLinkReason.SENT);
    }
}
