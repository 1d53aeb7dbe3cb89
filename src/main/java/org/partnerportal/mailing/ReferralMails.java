package org.partnerportal.mailing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerportal.mail.Outbox;
import org.partnerportal.mailing.MailComposer.Fact;
import org.partnerportal.mailing.MailWriter.Reader;
import org.partnerportal.notification.MailTopic;
import org.partnerportal.referral.ConfirmationAsked;
import org.partnerportal.referral.ReferralEvent;
import org.partnerportal.referral.ReferralFacts;
import org.partnerportal.referral.ReferralView;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.tenant.Contact;
import org.partnerportal.tenant.Country;
import org.partnerportal.tenant.TenantService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Who is told of what becomes of a request for contact. An address that nobody has proven gets one mail, with the link to prove
 * it, and nothing in it that the sender wrote.
 */
@Component
class ReferralMails {

    private final MailWriter mails;
    private final Outbox outbox;
    private final TenantService tenants;

    ReferralMails(MailWriter mails, Outbox outbox, TenantService tenants) {
        this.mails = mails;
        this.outbox = outbox;
        this.tenants = tenants;
    }

    @EventListener
    void on(ConfirmationAsked event) {
        Reader reader = Reader.of("", event.email(), event.language());
        String partner = mails.name(event.partner());
        mails.write(
                reader,
                "ReferralConfirmationAsked",
                event.id(),
                "",
                partner,
                List.of(
                        mails.fact(reader, "partner", partner),
                        mails.fact(reader, "linkGoodUntil", mails.time(reader, event.goodUntil()))),
                event.path(),
                event.goodUntil());
    }

    /** The sender gets a copy of what the partner has; the partner's people are told that there is something to take. */
    @EventListener
    void on(ReferralEvent.Received event) {
        outbox.cancel(event.referral().id(), List.of("ReferralConfirmationAsked"));
        Reader sender = sender(event.referral());
        tellSender(
                sender,
                "ReferralCopy",
                event,
                copy(sender, event.request()),
                event.referral().sender() == null ? null : "/requests/" + event.subject());
        tellPartner(event.kind(), event);
    }

    /** Everything that was sent, under the names that the form has for it. */
    private List<Fact> copy(Reader reader, ReferralView request) {
        Locale locale = reader.locale();
        PartnerType type = request.type();
        return Stream.of(
                        new Fact(mails.text(reader, "contact.organisation"), request.organisation()),
                        new Fact(
                                mails.text(reader, "contact.where"),
                                mails.text(
                                        reader,
                                        "contact.where.both",
                                        request.place(),
                                        Country.name(request.country(), locale))),
                        new Fact(
                                mails.text(reader, "contact.size"),
                                mails.text(reader, "OrganisationSize." + request.size())),
                        new Fact(
                                mails.text(reader, "contact.industry"),
                                mails.text(reader, "Industry." + request.industry())),
                        new Fact(
                                mails.text(reader, "contact.type.label"),
                                mails.text(reader, type == null ? "contact.type.any" : "PartnerType." + type)),
                        new Fact(mails.text(reader, "contact.name"), request.name()),
                        new Fact(mails.text(reader, "contact.email"), request.email()),
                        new Fact(mails.text(reader, "contact.phone.label"), request.phone()),
                        mails.fact(reader, "needs", request.needs()))
                .filter(fact -> !fact.value().isEmpty())
                .toList();
    }

    @EventListener
    void on(ReferralEvent.Reminded event) {
        tellPartner(event.kind(), event);
    }

    @EventListener
    void on(ReferralEvent.Taken event) {
        tellWhoLooksAfterIt("ReferralTaken", event, event.assigneeName());
        tellAssignee(event, event.assignee());
    }

    private void tellWhoLooksAfterIt(String kind, ReferralEvent event, String assigneeName) {
        Reader sender = sender(event.referral());
        tellSender(sender, kind, event, List.of(mails.fact(sender, "contactPerson", assigneeName)), page(event));
    }

    @EventListener
    void on(ReferralEvent.Assigned event) {
        tellWhoLooksAfterIt("ReferralPassedOn", event, event.assigneeName());
        tellAssignee(event, event.assignee());
    }

    /** Nobody is told what the person did alone. */
    private void tellAssignee(ReferralEvent event, UUID assignee) {
        if (!assignee.equals(event.who().account())) {
            reader(assignee).ifPresent(reader -> tell(reader, "ReferralAssigned", event));
        }
    }

    /** Whoever accepted the invitation knows it, and gets a mail about that. */
    @EventListener
    void on(ReferralEvent.Won event) {
        boolean accepted = event.referral().email().equals(address(event.who().account()));
        if (!accepted) {
            // to the sender it is an end like another where others work with the partner
            ended(event.withOthers() ? "ReferralLost" : event.kind(), event, event.message());
        }
    }

    private @Nullable String address(@Nullable UUID account) {
        return account == null ? null : tenants.contact(account).email();
    }

    @EventListener
    void on(ReferralEvent.Lost event) {
        ended(event.kind(), event, event.message());
    }

    @EventListener
    void on(ReferralEvent.Declined event) {
        ended(event.kind(), event, event.message());
    }

    private void ended(String kind, ReferralEvent event, String message) {
        Reader sender = sender(event.referral());
        List<Fact> news = message.isEmpty() ? List.of() : List.of(mails.fact(sender, "message", message));
        tellSender(sender, kind, event, news, page(event));
    }

    /** The way on is another partner. */
    @EventListener
    void on(ReferralEvent.Expired event) {
        tellSender(sender(event.referral()), event.kind(), event, List.of(), "/directory");
    }

    /** Whoever looks after it is told; where nobody does or that person no longer can, all who may. */
    @EventListener
    void on(ReferralEvent.Withdrawn event) {
        UUID assignee = event.referral().assignee();
        boolean looksAfterIt = tenants.sellers(event.partner()).stream()
                .anyMatch(each -> each.account().equals(assignee));
        if (assignee != null && looksAfterIt) {
            reader(assignee).ifPresent(reader -> tell(reader, event.kind(), event));
        } else {
            tellPartner(event.kind(), event);
        }
    }

    private Optional<Reader> reader(UUID account) {
        return Optional.of(tenants.contact(account))
                .filter(Contact::active)
                .flatMap(person -> mails.reader(MailTopic.REFERRALS, person));
    }

    private void tellPartner(String kind, ReferralEvent event) {
        for (Reader reader : mails.readers(MailTopic.REFERRALS, event.partner(), tenants.sellers(event.partner()))) {
            tell(reader, kind, event);
        }
    }

    private void tellSender(Reader reader, String kind, ReferralEvent event, List<Fact> news, @Nullable String path) {
        ReferralFacts referral = event.referral();
        List<Fact> facts = new ArrayList<>(List.of(
                mails.fact(reader, "partner", mails.name(referral.partner())),
                mails.fact(reader, "reference", referral.reference())));
        facts.addAll(news);
        mails.write(reader, kind, referral.id(), event.who().name(), mails.name(referral.partner()), facts, path);
    }

    /** To the partner's people the other party is the organisation that asks. */
    private void tell(Reader reader, String kind, ReferralEvent event) {
        ReferralFacts referral = event.referral();
        List<Fact> facts = List.of(
                mails.fact(reader, "organisation", referral.organisation()),
                mails.fact(reader, "customerContact", referral.name()),
                mails.fact(reader, "reference", referral.reference()));
        mails.write(
                reader,
                kind,
                referral.id(),
                event.who().name(),
                referral.organisation(),
                facts,
                "/partner/referrals/" + referral.id());
    }

    /** Where the sender reads more; the page asks people without an account to register first. */
    private static String page(ReferralEvent event) {
        return "/requests/" + event.subject();
    }

    /** As the account has it, where there is one in use; else in the language that was chosen on the form. */
    private Reader sender(ReferralFacts referral) {
        return Optional.ofNullable(referral.sender())
                .map(tenants::contact)
                .filter(Contact::active)
                .map(Reader::of)
                .orElseGet(() -> Reader.of(referral.name(), referral.email(), referral.language()));
    }
}
