package org.partnerportal.mailing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerportal.invitation.InvitationEvent;
import org.partnerportal.invitation.InvitationFacts;
import org.partnerportal.invitation.Terms;
import org.partnerportal.mail.Outbox;
import org.partnerportal.mailing.MailComposer.Fact;
import org.partnerportal.mailing.MailWriter.Reader;
import org.partnerportal.notification.MailTopic;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Contact;
import org.partnerportal.tenant.TenantService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who is told of what becomes of an invitation: one method for each event that somebody gets a mail about. */
@Component
class InvitationMails {

    /** The mails that lead the addressee to an offer that waits. */
    private static final List<String> OF_USE_WHILE_IT_WAITS = Stream.concat(
                    Outbox.TO_ADDRESSEE.stream(), Stream.of("InvitationReminded"))
            .toList();

    private final MailWriter mails;
    private final Outbox outbox;
    private final TenantService tenants;

    InvitationMails(MailWriter mails, Outbox outbox, TenantService tenants) {
        this.mails = mails;
        this.outbox = outbox;
        this.tenants = tenants;
    }

    /** No link that leads nowhere is mailed after downtime, and no text with one is kept. */
    private void cancelLinks(InvitationEvent event) {
        outbox.cancel(event.invitation().id(), OF_USE_WHILE_IT_WAITS);
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
        cancelLinks(event);
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

    /** By the page of the invitation, since of the mailed link nothing is kept that could be mailed again. */
    @EventListener
    void on(InvitationEvent.Reminded event) {
        InvitationFacts invitation = event.invitation();
        Optional<Contact> known = tenants.contactOf(invitation.email());
        Optional<Reader> reader = known.isPresent()
                ? mails.reader(MailTopic.INVITATIONS, known.get())
                : Optional.of(addressee(invitation));
        reader.ifPresent(addressee -> invite(
                addressee,
                event.kind(),
                invitation,
                tenants.contact(invitation.sender()).name(),
                "/invitation/" + invitation.id(),
                List.of(),
                ""));
    }

    private static Reader addressee(InvitationFacts invitation) {
        return Reader.of("", invitation.email(), invitation.language());
    }

    private void invite(
            Reader reader,
            String kind,
            InvitationFacts invitation,
            String sender,
            String path,
            List<Fact> news,
            String note) {
        List<Fact> facts = new ArrayList<>(facts(reader, invitation));
        facts.add(1, mails.fact(reader, "sender", sender));
        facts.addAll(news);
        facts.add(mails.fact(reader, "lapses", mails.time(reader, invitation.expiresAt())));
        if (!note.isEmpty()) {
            facts.add(mails.fact(reader, "note", note));
        }
        mails.write(
                reader,
                kind,
                invitation.id(),
                sender,
                mails.name(invitation.partner()),
                facts,
                path,
                invitation.expiresAt());
    }

    /** The addressee gets the new link; a colleague who had asked for the changes gets the way to the page. */
    @EventListener
    void on(InvitationEvent.Revised event) {
        cancelLinks(event);
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
        cancelLinks(event);
        InvitationFacts invitation = event.invitation();
        Optional.ofNullable(event.requestedBy())
                .map(tenants::contact)
                .filter(Contact::active)
                .map(Reader::of)
                .ifPresent(reader -> mails.write(
                        reader,
                        event.kind(),
                        invitation.id(),
                        event.who().name(),
                        mails.name(invitation.partner()),
                        facts(reader, invitation),
                        "/invitation/" + invitation.id()));
    }

    @EventListener
    void on(InvitationEvent.ChangesRequested event) {
        cancelLinks(event);
        Reader reader = Reader.of(tenants.contact(event.invitation().sender()));
        List<Fact> news = new ArrayList<>(differences(reader, event.asked(), event.proposed()));
        if (!event.proposed().note().isEmpty()) {
            news.add(mails.fact(reader, "note", event.proposed().note()));
        }
        tellSender(event, news);
    }

    /** What the later terms take away from the earlier ones, add to them, and change. */
    private List<Fact> differences(Reader reader, Terms earlier, Terms later) {
        List<Fact> news = new ArrayList<>();
        Set<String> without = earlier.rolesBeyond(later);
        if (!without.isEmpty()) {
            news.add(mails.fact(reader, "rolesWithout", mails.names(reader, without)));
        }
        Set<String> added = later.rolesBeyond(earlier);
        if (!added.isEmpty()) {
            news.add(mails.fact(reader, "rolesAdded", mails.names(reader, added)));
        }
        Integer before = earlier.durationDays();
        Integer after = later.durationDays();
        if (before != null && after != null && !before.equals(after)) {
            news.add(mails.fact(reader, "days", mails.text(reader, "mail.fact.days.instead", after, before)));
        }
        if (earlier.autoExtend() != later.autoExtend()) {
            String answer = later.autoExtend() ? "mail.fact.autoExtend.on" : "mail.fact.autoExtend.off";
            news.add(mails.fact(reader, "autoExtend", mails.text(reader, answer)));
        }
        return news;
    }

    @EventListener
    void on(InvitationEvent.ApproverAsked event) {
        InvitationFacts invitation = event.invitation();
        Reader reader = Reader.of(tenants.contact(event.approver()));
        List<Fact> facts = new ArrayList<>(facts(reader, invitation));
        facts.add(mails.fact(reader, "askedBy", event.who().name()));
        facts.add(mails.fact(reader, "lapses", mails.time(reader, invitation.expiresAt())));
        mails.write(
                reader,
                event.kind(),
                invitation.id(),
                event.who().name(),
                mails.name(invitation.partner()),
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
        cancelLinks(event);
        tellSender(event);
    }

    @EventListener
    void on(InvitationEvent.Lapsed event) {
        cancelLinks(event);
        tellSender(event);
    }

    @EventListener
    void on(InvitationEvent.Accepted event) {
        cancelLinks(event);
        tellSender(event);
        InvitationFacts invitation = event.invitation();
        for (Reader address : mails.addresses(MailTopic.RELATIONSHIPS, invitation.partner())) {
            tellPartner(address, event, List.of());
        }
        TenantId customer = invitation.customer();
        if (customer != null) {
            for (Reader address : mails.addresses(MailTopic.RELATIONSHIPS, customer)) {
                mails.write(
                        address,
                        "InvitationAcceptedHere",
                        invitation.id(),
                        event.who().name(),
                        mails.name(invitation.partner()),
                        facts(address, invitation),
                        "/settings/partner-relationships/" + invitation.partner());
            }
        }
        UUID person = event.who().account();
        if (person != null) {
            Reader reader = Reader.of(tenants.contact(person));
            mails.write(
                    reader,
                    "InvitationAcceptedByYou",
                    invitation.id(),
                    event.who().name(),
                    mails.name(invitation.partner()),
                    facts(reader, invitation),
                    "/invitation/" + invitation.id() + "/confirmation");
        }
    }

    private void tellSender(InvitationEvent event) {
        tellSender(event, List.of());
    }

    private void tellSender(InvitationEvent event, List<Fact> news) {
        mails.reader(MailTopic.INVITATIONS, tenants.contact(event.invitation().sender()))
                .ifPresent(reader -> tellPartner(reader, event, news));
    }

    private void tellPartner(Reader reader, InvitationEvent event, List<Fact> news) {
        InvitationFacts invitation = event.invitation();
        List<Fact> facts = new ArrayList<>(facts(reader, invitation));
        facts.add(1, mails.fact(reader, "addressee", invitation.email()));
        TenantId customer = invitation.customer();
        if (customer != null) {
            facts.add(2, mails.fact(reader, "customer", mails.name(customer)));
        }
        facts.addAll(news);
        String path = "/partner/invitations/" + invitation.id();
        mails.write(
                reader,
                event.kind(),
                invitation.id(),
                event.who().name(),
                mails.name(invitation.partner()),
                facts,
                path);
    }

    @EventListener
    void on(InvitationEvent.ColleaguesAsked event) {
        InvitationFacts invitation = event.invitation();
        TenantId customer = invitation.customer();
        List<Contact> colleagues = customer == null ? List.of() : tenants.billingAdministrators(customer);
        for (Contact colleague : colleagues) {
            Reader reader = Reader.of(colleague);
            mails.write(
                    reader,
                    event.kind(),
                    invitation.id(),
                    event.who().name(),
                    mails.name(invitation.partner()),
                    facts(reader, invitation),
                    "/invitation/" + invitation.id());
        }
    }

    private List<Fact> facts(Reader reader, InvitationFacts invitation) {
        List<Fact> facts = new ArrayList<>(List.of(
                mails.fact(reader, "partner", mails.name(invitation.partner())),
                mails.fact(reader, "type", mails.text(reader, "PartnerType." + invitation.type())),
                mails.fact(reader, "relationship", invitation.name()),
                mails.fact(reader, "reference", invitation.reference())));
        String renews = invitation.renews();
        if (renews != null) {
            facts.add(mails.fact(reader, "renews", renews));
        }
        return facts;
    }
}
