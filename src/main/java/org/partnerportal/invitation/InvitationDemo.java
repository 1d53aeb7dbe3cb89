package org.partnerportal.invitation;

import static org.partnerportal.relationship.PartnerType.ADVISOR;
import static org.partnerportal.relationship.PartnerType.GDAP;
import static org.partnerportal.relationship.PartnerType.INDEPENDENT_SOFTWARE_VENDOR;
import static org.partnerportal.relationship.PartnerType.INDIRECT_RESELLER;
import static org.partnerportal.relationship.PartnerType.LINE_OF_BUSINESS;
import static org.partnerportal.relationship.PartnerType.MPSA;
import static org.partnerportal.relationship.PartnerType.OEM;
import static org.partnerportal.relationship.PartnerType.PARTNER;
import static org.partnerportal.relationship.PartnerType.RESELLER;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerportal.agreement.AgreementService;
import org.partnerportal.agreement.Place;
import org.partnerportal.entrarole.EntraRole;
import org.partnerportal.entrarole.EntraRoles;
import org.partnerportal.relationship.NewRelationship;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.RelationshipService;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.Origin;
import org.partnerportal.shared.Who;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.DemoData;
import org.partnerportal.tenant.TenantService;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives the demo organisations a past: relationships of all nine types, and invitations at every end. */
@Component
@Order(3)
class InvitationDemo implements ApplicationRunner {

    private static final int LIFE = 30;
    private static final Duration LOOKED_AT = Duration.ofMinutes(20); // before the answer

    private final InvitationRepository invitations;
    private final RelationshipService relationships;
    private final AgreementService agreements;
    private final TenantService tenants;
    private final EntraRoles roles;
    private final ApplicationEventPublisher events;
    private final DemoData demoData;
    private final Clock clock;
    private final List<Past> past = new ArrayList<>();

    /** Something that happened, to be told again in the order of time: the trail goes by it. */
    private record Past(Instant at, Runnable told) {}

    InvitationDemo(
            InvitationRepository invitations,
            RelationshipService relationships,
            AgreementService agreements,
            TenantService tenants,
            EntraRoles roles,
            ApplicationEventPublisher events,
            DemoData demoData,
            Clock clock) {
        this.invitations = invitations;
        this.relationships = relationships;
        this.agreements = agreements;
        this.tenants = tenants;
        this.roles = roles;
        this.events = events;
        this.demoData = demoData;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (!demoData.isOn() || invitations.existsBy()) {
            return;
        }
        Actor aozora = person("yuki@aozora.example");
        Actor brightwater = person("sam@brightwater.example");
        Actor hanse = person("jonas@hanse.example");
        Actor school = person("ichiro@sakura.example");
        Actor company = person("ben@alderfinch.example");
        Actor bakery = person("nora@kestrel.example");

        accepted(
                brightwater,
                company,
                353,
                offer(
                        company,
                        GDAP,
                        "Managed workplace",
                        365,
                        "Global Reader",
                        "Intune Administrator",
                        "Security Reader",
                        "License Administrator"));
        accepted(
                brightwater,
                company,
                300,
                offer(company, PARTNER, "On-site engineers", null, "User Administrator", "Groups Administrator"));
        accepted(
                aozora,
                school,
                200,
                offer(
                        school,
                        GDAP,
                        "日常運用サポート",
                        365,
                        "Helpdesk Administrator",
                        "User Administrator",
                        "Service Support Administrator",
                        "Teams Administrator",
                        "Reports Reader"));
        accepted(aozora, school, 200, offer(school, RESELLER, "ライセンス販売", null));
        accepted(aozora, school, 150, offer(school, ADVISOR, "アドバイザー契約", null));
        accepted(hanse, company, 140, offer(company, INDIRECT_RESELLER, "Reselling through Hanse", null));
        accepted(hanse, company, 130, offer(company, MPSA, "MPSA purchasing", null));
        accepted(brightwater, company, 125, offer(company, MPSA, "MPSA hardware", null));
        accepted(aozora, company, 122, offer(company, MPSA, "MPSA training", null));
        accepted(
                aozora,
                school,
                120,
                offer(school, GDAP, "移行プロジェクト", 90, "Exchange Administrator", "SharePoint Administrator"));
        accepted(brightwater, school, 90, offer(school, INDEPENDENT_SOFTWARE_VENDOR, "Class roster app", null));
        accepted(brightwater, bakery, 85, offer(bakery, INDEPENDENT_SOFTWARE_VENDOR, "Apprentices’ roster", null));
        accepted(hanse, company, 82, offer(company, PARTNER, "Warehouse support", null, "Helpdesk Administrator"));
        accepted(brightwater, school, 80, offer(school, LINE_OF_BUSINESS, "Timetable app", null));
        lapsed(pending(hanse, 70, offer(school, GDAP, "Network consulting", 60, "Network Administrator")));
        accepted(hanse, school, 60, offer(school, OEM, "Device registration", null));
        Invitation declined = pending(hanse, 45, offer(company, RESELLER, "Licences 2026", null));
        answer(declined, company, 40);
        withdrawn(pending(brightwater, 20, offer(school, RESELLER, "Trial offer", null)), brightwater);

        pending(
                brightwater,
                3,
                offer(
                        company,
                        GDAP,
                        "Security review",
                        180,
                        "Security Reader",
                        "Global Reader",
                        "Conditional Access Administrator"));
        pending(aozora, 2, offer(school, PARTNER, "校内ヘルプデスク", null, "User Administrator", "Password Administrator"));
        changesRequested(
                pending(
                        hanse,
                        5,
                        offer(
                                company,
                                GDAP,
                                "Backup and recovery",
                                365,
                                "Exchange Administrator",
                                "SharePoint Administrator",
                                "Global Reader")),
                company,
                4);
        past.stream()
                .sorted(Comparator.comparing(Past::at))
                .forEach(each -> each.told().run());
        accept(school, Locale.JAPANESE);
        accept(bakery, Locale.ENGLISH);
    }

    private void accept(Actor by, Locale locale) {
        agreements.accept(
                by,
                agreements.current(locale).id(),
                locale.getLanguage(),
                true,
                Place.AGREEMENT_PAGE,
                new Origin("192.0.2.10", "Demo data"));
    }

    private Actor person(String email) {
        return tenants.actor(tenants.credentials(email).orElseThrow().account()).orElseThrow();
    }

    private Offer offer(Actor to, PartnerType type, String name, @Nullable Integer days, String... roleNames) {
        Set<String> names = Set.of(roleNames);
        Set<String> ids = roles.requestable().stream()
                .filter(role -> names.contains(role.templateName()))
                .map(EntraRole::id)
                .collect(Collectors.toSet());
        String language = to.locale().getLanguage();
        return new Offer(to.email(), null, language, type, name, ids, days, false, "", LIFE);
    }

    private void happened(InvitationEvent event) {
        past.add(new Past(event.at(), () -> events.publishEvent(event)));
    }

    private Instant daysAgo(int days) {
        return clock.instant().minus(Duration.ofDays(days));
    }

    private Invitation pending(Actor from, int days, Offer offer) {
        Instant then = daysAgo(days);
        Link link = Link.random();
        Invitation invitation = invitations.save(new Invitation(Ids.next(), offer, from, link, then));
        happened(new InvitationEvent.Sent(then, from.who(), invitation.facts(), link, ""));
        return invitation;
    }

    /** Somebody answers what the person has looked at; told after everything is stored, as the row is changed by itself. */
    private void opened(Invitation invitation, Actor by, Instant then) {
        past.add(new Past(then, () -> invitations.markOpened(invitation.id(), then)));
        happened(new InvitationEvent.Opened(then, by.who(), invitation.facts()));
    }

    private void accepted(Actor from, Actor by, int days, Offer offer) {
        Invitation invitation = pending(from, days + 1, offer);
        Instant then = daysAgo(days);
        opened(invitation, by, then.minus(LOOKED_AT));
        var all = new Acceptance(
                invitation.termsVersion(),
                offer.roles(),
                offer.durationDays(),
                null,
                by.locale().getLanguage(),
                true);
        NewRelationship terms = invitation.accept(all, by, circumstances(), then);
        past.add(new Past(then, () -> relationships.start(terms, by.tenant(), by.who(), then)));
        happened(new InvitationEvent.Accepted(
                then,
                by.who(),
                invitation.facts(),
                invitation.roles(),
                terms.roles(),
                offer.durationDays(),
                offer.durationDays()));
    }

    private void answer(Invitation invitation, Actor by, int days) {
        Instant then = daysAgo(days);
        opened(invitation, by, then.minus(LOOKED_AT));
        String reason = "We renewed with our present reseller.";
        invitation.decline(reason, by, circumstances(), then);
        happened(new InvitationEvent.Declined(then, by.who(), invitation.facts(), reason));
    }

    // one role less, another one instead, and half the time
    private void changesRequested(Invitation invitation, Actor by, int days) {
        Instant then = daysAgo(days);
        opened(invitation, by, then.minus(LOOKED_AT));
        Terms asked = invitation.terms();
        Set<String> fewer = asked.roles().stream()
                .filter(role -> !role.equals(id("Exchange Administrator")))
                .collect(Collectors.toSet());
        fewer.add(id("Reports Reader"));
        String note = "Please begin without our mailboxes, and let us look at it again after half a year.";
        Terms proposed = invitation.requestChanges(
                new Terms(asked.version(), fewer, 180, false, note), by, circumstances(), roles::isRequestable, then);
        happened(new InvitationEvent.ChangesRequested(
                then, by.who(), invitation.facts(), asked, proposed, invitation.senderName(), invitation.sentAt()));
    }

    private String id(String roleName) {
        return roles.requestable().stream()
                .filter(role -> role.templateName().equals(roleName))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void lapsed(Invitation invitation) {
        invitation.lapse(clock.instant());
        happened(new InvitationEvent.Lapsed(invitation.expiresAt(), Who.PORTAL, invitation.facts()));
    }

    private void withdrawn(Invitation invitation, Actor by) {
        Instant then = daysAgo(15);
        invitation.withdraw(by, then);
        happened(new InvitationEvent.Withdrawn(then, by.who(), invitation.facts(), null));
    }

    // the agreement counts as accepted, so that one demo organisation still has it before it
    private Circumstances circumstances() {
        return new Circumstances(
                true, false, true, agreements.current(Locale.ENGLISH).id());
    }
}
