package org.partnerportal.customeragreement;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnerportal.agreement.AgreementRecord;
import org.partnerportal.agreement.AgreementService;
import org.partnerportal.agreement.AgreementStanding;
import org.partnerportal.agreement.CurrentAgreement;
import org.partnerportal.relationship.RelationshipService;
import org.partnerportal.relationship.RelationshipView;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says whether purchases for a customer wait for the agreement, and asks the customer to accept it. */
@Service
@Transactional(readOnly = true)
public class CustomerAgreementService {

    private final AcceptanceRequestRepository requests;
    private final AgreementService agreements;
    private final RelationshipService relationships;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CustomerAgreementService(
            AcceptanceRequestRepository requests,
            AgreementService agreements,
            RelationshipService relationships,
            ApplicationEventPublisher events,
            Clock clock) {
        this.requests = requests;
        this.agreements = agreements;
        this.relationships = relationships;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Whether the person may buy or change subscriptions on the customer's behalf now, or why not. Not found where the
     * partner never had anything to do with the customer.
     */
    public Optional<CustomerAgreementRefusal> mayPurchase(Actor actor, TenantId customer) {
        return CustomerAgreementRules.purchase(
                actor,
                relationships.withCustomer(actor, customer),
                agreements.accepted(customer).isPresent());
    }

    /** The customer's agreement as the partner's person sees it. */
    public CustomerAgreement of(Actor actor, TenantId customer) {
        return of(actor, customer, relationships.withCustomer(actor, customer));
    }

    /** The same for a page that has read the relationships already. */
    public CustomerAgreement of(Actor actor, TenantId customer, List<RelationshipView> with) {
        Instant now = clock.instant();
        CurrentAgreement current = agreements.current(actor.locale());
        AgreementStanding standing = agreements.standing(customer);
        boolean accepted = standing == AgreementStanding.ACCEPTED;
        Optional<AcceptanceRequest> request = requests.find(actor.tenant(), customer);
        Instant askedAt = request.map(AcceptanceRequest::askedAt).orElse(null);
        return new CustomerAgreement(
                current.name(),
                standing,
                agreements.records(customer).stream()
                        .filter(record -> CustomerAgreementRules.reads(record.at(), with))
                        .toList(),
                CustomerAgreementRules.purchase(actor, with, accepted).orElse(null),
                CustomerAgreementRules.ask(actor, with, accepted, askedAt, now).orElse(null),
                askedAt,
                request.map(AcceptanceRequest::personName).orElse(null));
    }

    /** Asks the customer's billing admins to accept the agreement in force; once a day, whoever of the partner asks. */
    @Transactional
    public void ask(Actor actor, TenantId customer) {
        Instant now = clock.instant();
        List<RelationshipView> with = relationships.withCustomer(actor, customer);
        requests.insertOnce(
                Ids.next(), actor.tenant().value(), customer.value(), Instant.EPOCH, actor.account(), actor.name());
        AcceptanceRequest request = requests.lock(actor.tenant(), customer).orElseThrow();
        if (request.wasAskedBy(actor, now)) {
            return;
        }
        request.ask(actor, with, agreements.accepted(customer).isPresent(), now);
        CurrentAgreement current = agreements.current(actor.locale());
        events.publishEvent(
                new AcceptanceRequested(now, actor.who(), customer, actor.tenant(), current.id(), current.name()));
    }

    /** One of the customer's records, if it is the partner's too. */
    public AgreementRecord record(Actor actor, TenantId customer, UUID id) {
        List<RelationshipView> with = relationships.withCustomer(actor, customer);
        AgreementRecord record = agreements.record(customer, id);
        if (!CustomerAgreementRules.reads(record.at(), with)) {
            throw new NotFoundException();
        }
        return record;
    }

    /** Refuses whoever may not buy for the customer now: what sells begins with this. */
    public void requirePurchase(Actor actor, TenantId customer) {
        mayPurchase(actor, customer).ifPresent(refusal -> {
            throw new RefusedException(refusal);
        });
    }
}
