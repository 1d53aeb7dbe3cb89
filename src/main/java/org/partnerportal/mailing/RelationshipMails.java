package org.partnerportal.mailing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.partnerportal.mailing.MailComposer.Fact;
import org.partnerportal.mailing.MailWriter.Reader;
import org.partnerportal.notification.MailTopic;
import org.partnerportal.relationship.RelationshipEvent;
import org.partnerportal.relationship.RolesRemoved;
import org.partnerportal.relationship.Side;
import org.partnerportal.tenant.TenantService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who is told of what becomes of a relationship: everybody who looks after it, on one side or on both. */
@Component
class RelationshipMails {

    /** After that a notice says that it comes late. */
    private static final Duration LATE = Duration.ofHours(12);

    private final MailWriter mails;
    private final TenantService tenants;

    RelationshipMails(MailWriter mails, TenantService tenants) {
        this.mails = mails;
        this.tenants = tenants;
    }

    @EventListener
    void on(RolesRemoved event) {
        tell(
                event,
                Side.PARTNER,
                event.left().isEmpty() ? event.kind() : "RoleRemoved",
                reader -> List.of(mails.fact(reader, "removed", mails.names(reader, event.roles()))));
    }

    @EventListener
    void on(RelationshipEvent.Shortened event) {
        tell(
                event,
                Side.PARTNER,
                event.kind(),
                reader -> List.of(
                        mails.fact(reader, "end-before", mails.time(reader, event.before())),
                        mails.fact(reader, "end", mails.time(reader, event.after()))));
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
                    reader -> end == null ? List.of() : List.of(mails.fact(reader, "end", mails.time(reader, end))));
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
                            mails.fact(reader, "end-before", mails.time(reader, event.before())),
                            mails.fact(reader, "end", mails.time(reader, event.after()))));
        }
    }

    @EventListener
    void on(RelationshipEvent.Ending event) {
        String kind = event.kind() + (event.autoExtend() ? "Extends" : "");
        Instant due = event.endsAt().minus(Duration.ofDays(event.days()));
        String late = event.at().isAfter(due.plus(LATE)) ? ".late" : "";
        for (Side side : Side.values()) {
            tell(
                    event,
                    side,
                    kind,
                    reader -> List.of(
                            mails.fact(reader, "end", mails.time(reader, event.endsAt())),
                            mails.fact(reader, "notice", mails.text(reader, "mail.notice." + event.days() + late))));
        }
    }

    @EventListener
    void on(RelationshipEvent.Expired event) {
        for (Side side : Side.values()) {
            tell(
                    event,
                    side,
                    event.kind(),
                    reader -> List.of(mails.fact(reader, "end", mails.time(reader, event.endsAt()))));
        }
    }

    /** Tells everybody on that side who looks after relationships; the other party is who the mail names. */
    private void tell(RelationshipEvent event, Side side, String kind, Function<Reader, List<Fact>> more) {
        MailTopic topic = topic(event);
        RelationshipEvent.Facts relationship = event.relationship();
        boolean toCustomer = side == Side.CUSTOMER;
        String party = mails.name(toCustomer ? relationship.partner() : relationship.customer());
        List<Reader> readers = toCustomer
                ? mails.readers(topic, relationship.customer(), tenants.billingAdministrators(relationship.customer()))
                : mails.readers(topic, relationship.partner(), tenants.adminAgents(relationship.partner()));
        String path = toCustomer
                ? "/settings/partner-relationships/" + relationship.partner()
                : "/partner/customers/" + relationship.customer();
        for (Reader reader : readers) {
            List<Fact> facts = new ArrayList<>(List.of(
                    mails.fact(reader, toCustomer ? "partner" : "customer", party),
                    mails.fact(reader, "type", mails.text(reader, "PartnerType." + relationship.type())),
                    mails.fact(reader, "relationship", relationship.name()),
                    mails.fact(reader, "reference", relationship.reference())));
            facts.addAll(more.apply(reader));
            mails.write(reader, kind, event.subject(), event.who().name(), party, facts, path);
        }
    }

    private static MailTopic topic(RelationshipEvent event) {
        boolean expiry = event instanceof RelationshipEvent.Ending
                || event instanceof RelationshipEvent.Expired
                || event instanceof RelationshipEvent.Extended;
        return expiry ? MailTopic.EXPIRY : MailTopic.RELATIONSHIPS;
    }
}
