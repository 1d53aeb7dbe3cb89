package org.partnerportal.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerportal.accessreview.AccessReviewEvent;
import org.partnerportal.accessreview.AccessReviewOverdue;
import org.partnerportal.entrarole.EntraRoles;
import org.partnerportal.invitation.InvitationEvent;
import org.partnerportal.invitation.InvitationFacts;
import org.partnerportal.invitation.Terms;
import org.partnerportal.registration.RegistrationStarted;
import org.partnerportal.relationship.RelationshipEvent;
import org.partnerportal.relationship.RolesRemoved;
import org.partnerportal.relationship.Side;
import org.partnerportal.shared.PortalProperties;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Contact;
import org.partnerportal.tenant.TenantService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who is told of what: one method for each event that somebody gets a mail about. */
@Component
class MailListener {

    private static final ZoneId UTC = ZoneId.of("UTC");

    private final MailComposer composer;
    private final Outbox outbox;
    private final TenantService tenants;
    private final EntraRoles roles;
    private final PortalProperties portal;

    MailListener(
            MailComposer composer, Outbox outbox, TenantService tenants, EntraRoles roles, PortalProperties portal) {
        this.composer = composer;
        this.outbox = outbox;
        this.tenants = tenants;
        this.roles = roles;
        this.portal = portal;
    }

    /** Somebody to write to. */
    private record Reader(String name, String email, Locale locale, ZoneId zone) {

        static Reader of(Contact contact) {
            return new Reader(contact.name(), contact.email(), contact.locale(), contact.zone());
        }
    }

    @EventListener
    void on(InvitationEvent.Sent event) {
        invite(
                event.kind(),
                event.invitation(),
                event.who().name(),
                event.link().path(),
                event.note());
    }

    @EventListener
    void on(InvitationEvent.Resent event) {
        invite(
                event.kind(),
                event.invitation(),
                event.who().name(),
                event.link().path(),
                event.note());
    }

    private void invite(String kind, InvitationFacts invitation, String sender, String path, String note) {
        Reader reader = addressee(invitation);
        invite(reader, kind, invitation, sender, path, List.of(), note);
    }

    private static Reader addressee(InvitationFacts invitation) {
        return new Reader("", invitation.email(), Locale.forLanguageTag(invitation.language()), UTC);
    }

    private void invite(
            Reader reader,
            String kind,
            InvitationFacts invitation,
            String sender,
            String path,
            List<MailComposer.Fact> news,
            String note) {
        List<MailComposer.Fact> facts = new ArrayList<>(facts(reader, invitation));
        facts.add(1, fact(reader, "sender", sender));
        facts.addAll(news);
        facts.add(fact(reader, "lapses", time(reader, invitation.expiresAt())));
        if (!note.isEmpty()) {
            facts.add(fact(reader, "note", note));
        }
        write(reader, kind, invitation.id(), sender, name(invitation.partner()), facts, path);
    }

    /** The addressee gets the new link; a colleague who had asked for the changes gets the way to the page. */
    @EventListener
    void on(InvitationEvent.Revised event) {
        InvitationFacts invitation = event.invitation();
        String sender = event.who().name();
        String note = event.revised().note();
        Reader addressee = addressee(invitation);
        var news = differences(addressee, event.earlier(), event.revised());
        invite(addressee, event.kind(), invitation, sender, event.link().path(), news, note);
        waiting(event.requestedBy(), invitation)
                .ifPresent(reader -> invite(
                        reader,
                        "InvitationRevisedForYou",
                        invitation,
                        sender,
                        "/invitation/" + invitation.id(),
                        differences(reader, event.earlier(), event.revised()),
                        note));
    }

    /** Whoever waits for an answer to a proposal, unless that is the addressee. */
    private Optional<Reader> waiting(@Nullable UUID requestedBy, InvitationFacts invitation) {
        return Optional.ofNullable(requestedBy)
                .map(tenants::contact)
                .filter(person -> person.active() && !person.email().equals(invitation.email()))
                .map(Reader::of);
    }

    /** Whoever asked for changes and waits is told that no answer will come. */
    @EventListener
    void on(InvitationEvent.Withdrawn event) {
        UUID person = event.requestedBy();
        if (person != null) {
            InvitationFacts invitation = event.invitation();
            Reader reader = Reader.of(tenants.contact(person));
            write(
                    reader,
                    event.kind(),
                    invitation.id(),
                    event.who().name(),
                    name(invitation.partner()),
                    facts(reader, invitation),
                    "/invitation/" + invitation.id());
        }
    }

    @EventListener
    void on(InvitationEvent.ChangesRequested event) {
        Reader reader = Reader.of(tenants.contact(event.invitation().sender()));
        List<MailComposer.Fact> news = new ArrayList<>(differences(reader, event.asked(), event.proposed()));
        if (!event.proposed().note().isEmpty()) {
            news.add(fact(reader, "note", event.proposed().note()));
        }
        tellSender(event, news);
    }

    /** What the later terms take away from the earlier ones, add to them, and change. */
    private List<MailComposer.Fact> differences(Reader reader, Terms earlier, Terms later) {
        List<MailComposer.Fact> news = new ArrayList<>();
        Set<String> without = earlier.rolesBeyond(later);
        if (!without.isEmpty()) {
            news.add(fact(reader, "rolesWithout", names(reader, without)));
        }
        Set<String> added = later.rolesBeyond(earlier);
        if (!added.isEmpty()) {
            news.add(fact(reader, "rolesAdded", names(reader, added)));
        }
        Integer before = earlier.durationDays();
        Integer after = later.durationDays();
        if (before != null && after != null && !before.equals(after)) {
            news.add(fact(reader, "days", composer.text(reader.locale(), "mail.fact.days.instead", after, before)));
        }
        if (earlier.autoExtend() != later.autoExtend()) {
            String answer = later.autoExtend() ? "mail.fact.autoExtend.on" : "mail.fact.autoExtend.off";
            news.add(fact(reader, "autoExtend", composer.text(reader.locale(), answer)));
        }
        return news;
    }

    private String names(Reader reader, Set<String> ids) {
        return ids.stream()
                .flatMap(id -> roles.find(id).stream())
                .map(role -> composer.text(reader.locale(), role))
                .sorted()
                .collect(Collectors.joining(composer.text(reader.locale(), "entrarole.and")));
    }

    @EventListener
    void on(InvitationEvent.ApproverAsked event) {
        InvitationFacts invitation = event.invitation();
        Reader reader = Reader.of(tenants.contact(event.approver()));
        List<MailComposer.Fact> facts = new ArrayList<>(facts(reader, invitation));
        facts.add(fact(reader, "askedBy", event.who().name()));
        facts.add(fact(reader, "lapses", time(reader, invitation.expiresAt())));
        write(
                reader,
                event.kind(),
                invitation.id(),
                event.who().name(),
                name(invitation.partner()),
                facts,
                "/invitation/" + invitation.id());
    }

    @EventListener
    void on(InvitationEvent.Opened event) {
        tellSender(event);
    }

    @EventListener
    void on(InvitationEvent.AskedAgain event) {
        tellSender(event);
    }

    @EventListener
    void on(InvitationEvent.Declined event) {
        tellSender(event);
    }

    @EventListener
    void on(InvitationEvent.Lapsed event) {
        tellSender(event);
    }

    @EventListener
    void on(InvitationEvent.Accepted event) {
        tellSender(event);
        UUID person = event.who().account();
        if (person != null) {
            InvitationFacts invitation = event.invitation();
            Reader reader = Reader.of(tenants.contact(person));
            write(
                    reader,
                    "InvitationAcceptedByYou",
                    invitation.id(),
                    event.who().name(),
                    name(invitation.partner()),
                    facts(reader, invitation),
                    "/invitation/" + invitation.id() + "/confirmation");
        }
    }

    private void tellSender(InvitationEvent event) {
        tellSender(event, List.of());
    }

    private void tellSender(InvitationEvent event, List<MailComposer.Fact> news) {
        InvitationFacts invitation = event.invitation();
        Reader reader = Reader.of(tenants.contact(invitation.sender()));
        List<MailComposer.Fact> facts = new ArrayList<>(facts(reader, invitation));
        facts.add(1, fact(reader, "addressee", invitation.email()));
        TenantId customer = invitation.customer();
        if (customer != null) {
            facts.add(2, fact(reader, "customer", name(customer)));
        }
        facts.addAll(news);
        String path = "/partner/invitations/" + invitation.id();
        write(reader, event.kind(), invitation.id(), event.who().name(), name(invitation.partner()), facts, path);
    }

    @EventListener
    void on(InvitationEvent.ColleaguesAsked event) {
        InvitationFacts invitation = event.invitation();
        TenantId customer = invitation.customer();
        List<Contact> colleagues = customer == null ? List.of() : tenants.billingAdministrators(customer);
        for (Contact colleague : colleagues) {
            Reader reader = Reader.of(colleague);
            write(
                    reader,
                    event.kind(),
                    invitation.id(),
                    event.who().name(),
                    name(invitation.partner()),
                    facts(reader, invitation),
                    "/invitation/" + invitation.id());
        }
    }

    @EventListener
    void on(RolesRemoved event) {
        tell(
                event,
                Side.PARTNER,
                event.left().isEmpty() ? event.kind() : "RoleRemoved",
                reader -> List.of(rolesFact(reader, "removed", event.roles())));
    }

    @EventListener
    void on(RelationshipEvent.Shortened event) {
        tell(
                event,
                Side.PARTNER,
                event.kind(),
                reader -> List.of(
                        fact(reader, "end-before", time(reader, event.before())),
                        fact(reader, "end", time(reader, event.after()))));
    }

    @EventListener
    void on(RelationshipEvent.Ended event) {
        if (event.renewedBy() != null) {
            return; // both sides get the mail about the renewal
        }
        for (Side side : Side.values()) {
            tell(event, side, event.kind(), reader -> List.of());
        }
    }

    @EventListener
    void on(RelationshipEvent.AutoExtendSwitched event) {
        Instant end = event.endsAt();
        for (Side side : Side.values()) {
            tell(
                    event,
                    side,
                    event.kind() + (event.on() ? "On" : "Off"),
                    reader -> end == null ? List.of() : List.of(fact(reader, "end", time(reader, end))));
        }
    }

    @EventListener
    void on(RelationshipEvent.Extended event) {
        for (Side side : Side.values()) {
            tell(
                    event,
                    side,
                    event.kind(),
                    reader -> List.of(
                            fact(reader, "end-before", time(reader, event.before())),
                            fact(reader, "end", time(reader, event.after()))));
        }
    }

    @EventListener
    void on(RelationshipEvent.Ending event) {
        String kind = event.kind() + (event.autoExtend() ? "Extends" : "");
        for (Side side : Side.values()) {
            tell(
                    event,
                    side,
                    kind,
                    reader -> List.of(
                            fact(reader, "end", time(reader, event.endsAt())),
                            fact(reader, "notice", composer.text(reader.locale(), "mail.notice." + event.days()))));
        }
    }

    @EventListener
    void on(RelationshipEvent.Expired event) {
        for (Side side : Side.values()) {
            tell(event, side, event.kind(), reader -> List.of(fact(reader, "end", time(reader, event.endsAt()))));
        }
    }

    /** Tells everybody on that side who looks after relationships; the other party is who the mail names. */
    private void tell(RelationshipEvent event, Side side, String kind, Function<Reader, List<MailComposer.Fact>> more) {
        RelationshipEvent.Facts relationship = event.relationship();
        boolean toCustomer = side == Side.CUSTOMER;
        String party = name(toCustomer ? relationship.partner() : relationship.customer());
        List<Contact> contacts = toCustomer
                ? tenants.billingAdministrators(relationship.customer())
                : tenants.adminAgents(relationship.partner());
        String path = toCustomer
                ? "/settings/partner-relationships/" + relationship.partner()
                : "/partner/customers/" + relationship.customer();
        for (Contact contact : contacts) {
            Reader reader = Reader.of(contact);
            List<MailComposer.Fact> facts = new ArrayList<>(List.of(
                    fact(reader, toCustomer ? "partner" : "customer", party),
                    fact(reader, "type", composer.text(reader.locale(), "PartnerType." + relationship.type())),
                    fact(reader, "relationship", relationship.name()),
                    fact(reader, "reference", relationship.reference())));
            facts.addAll(more.apply(reader));
            write(reader, kind, event.subject(), event.who().name(), party, facts, path);
        }
    }

    private MailComposer.Fact rolesFact(Reader reader, String key, Set<String> ids) {
        String names = roles.named(ids).stream()
                .map(role -> roles.name(role, reader.locale()))
                .collect(Collectors.joining(composer.text(reader.locale(), "entrarole.and")));
        return fact(reader, key, names);
    }

    @EventListener
    void on(AccessReviewEvent.Opened event) {
        UUID starter = event.who().account();
        tellReviewers(
                starter == null ? event.kind() : "AccessReviewStarted",
                event.review(),
                event.who().name(),
                tenants.billingAdministrators(event.customer()).stream()
                        .filter(contact -> !contact.account().equals(starter)) // who knows best
                        .toList());
    }

    @EventListener
    void on(AccessReviewOverdue event) {
        tellReviewers(
                "AccessReviewOverdue",
                event.review(),
                "",
                tenants.billingAdministrators(event.review().customer()));
    }

    private void tellReviewers(String kind, AccessReviewEvent.Facts review, String who, List<Contact> contacts) {
        for (Contact contact : contacts) {
            Reader reader = Reader.of(contact);
            List<MailComposer.Fact> facts = List.of(
                    fact(reader, "reference", review.reference()), fact(reader, "due", time(reader, review.dueAt())));
            write(
                    reader,
                    kind,
                    review.id(),
                    who,
                    name(review.customer()),
                    facts,
                    "/settings/access-reviews/" + review.id());
        }
    }

    /** One mail to each partner that the review looked at; of each removal it is told besides. */
    @EventListener
    void on(AccessReviewEvent.Finished event) {
        AccessReviewEvent.Facts review = event.review();
        String customer = name(review.customer());
        for (AccessReviewEvent.Result result : event.results()) {
            for (Contact contact : tenants.adminAgents(result.partner())) {
                Reader reader = Reader.of(contact);
                List<MailComposer.Fact> facts = new ArrayList<>(List.of(
                        fact(reader, "customer", customer),
                        fact(reader, "reference", review.reference()),
                        fact(reader, "kept", String.valueOf(result.kept())),
                        fact(
                                reader,
                                "removed-count",
                                String.valueOf(result.removed().size()))));
                if (!result.removed().isEmpty()) {
                    facts.add(fact(reader, "removed", removed(reader, result.removed())));
                }
                write(
                        reader,
                        event.kind(),
                        review.id(),
                        event.who().name(),
                        customer,
                        facts,
                        "/partner/customers/" + review.customer());
            }
        }
    }

    private String removed(Reader reader, List<AccessReviewEvent.Removed> removed) {
        return removed.stream()
                .map(each -> roles.name(roles.named(List.of(each.role())).get(0), reader.locale()) + " ("
                        + each.relationship() + ")")
                .collect(Collectors.joining(composer.text(reader.locale(), "entrarole.and")));
    }

    @EventListener
    void on(RegistrationStarted event) {
        Locale locale = Locale.forLanguageTag(event.language());
        Reader reader = new Reader(event.name(), event.email(), locale, UTC);
        boolean known = event.code().isEmpty();
        List<MailComposer.Fact> facts = known ? List.of() : List.of(fact(reader, "code", event.code()));
        write(
                reader,
                known ? "RegistrationKnown" : "RegistrationStarted",
                event.registration(),
                event.name(),
                event.organisation(),
                facts,
                known ? "/sign-in" : null);
    }

    private List<MailComposer.Fact> facts(Reader reader, InvitationFacts invitation) {
        List<MailComposer.Fact> facts = new ArrayList<>(List.of(
                fact(reader, "partner", name(invitation.partner())),
                fact(reader, "type", composer.text(reader.locale(), "PartnerType." + invitation.type())),
                fact(reader, "relationship", invitation.name()),
                fact(reader, "reference", invitation.reference())));
        String renews = invitation.renews();
        if (renews != null) {
            facts.add(fact(reader, "renews", renews));
        }
        return facts;
    }

    private MailComposer.Fact fact(Reader reader, String key, String value) {
        return new MailComposer.Fact(composer.text(reader.locale(), "mail.fact." + key), value);
    }

    private String name(TenantId tenant) {
        return tenants.tenant(tenant).name();
    }

    private static String time(Reader reader, Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(reader.locale())
                        .withZone(reader.zone())
                        .format(time)
                + " (" + reader.zone().getId() + ")";
    }

    /** Writes the mail of that kind: {0} in its texts is who acted, {1} the other party. */
    private void write(
            Reader reader,
            String kind,
            UUID about,
            String who,
            String party,
            List<MailComposer.Fact> facts,
            @Nullable String path) {
        Locale locale = reader.locale();
        String greeting = reader.name().isEmpty()
                ? composer.text(locale, "mail.greeting.unnamed")
                : composer.text(locale, "mail.greeting", reader.name());
        var parts = new MailComposer.Parts(
                composer.text(locale, "mail." + kind + ".subject", who, party),
                greeting,
                composer.text(locale, "mail." + kind + ".intro", who, party),
                facts,
                path == null
                        ? null
                        : new MailComposer.Action(
                                composer.text(locale, "mail." + kind + ".action"), portal.url() + path),
                composer.text(locale, "mail.footer", portal.url()));
        outbox.queue(about, kind, reader.email(), composer.write(locale, parts));
    }
}
