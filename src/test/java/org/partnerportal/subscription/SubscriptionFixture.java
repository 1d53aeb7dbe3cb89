package org.partnerportal.subscription;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.partnerportal.agreement.AgreementService;
import org.partnerportal.agreement.Place;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.shared.Ids;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.boot.test.context.TestComponent;

/** Makes customers who may buy, partners who may sell, and what they bought. */
@TestComponent
public class SubscriptionFixture {

    private final SubscriptionService subscriptions;
    private final SubscriptionSteps steps;
    private final AgreementService agreements;
    private final InvitationFixture invitations;
    private final TenantFixture tenants;

    SubscriptionFixture(
            SubscriptionService subscriptions,
            SubscriptionSteps steps,
            AgreementService agreements,
            InvitationFixture invitations,
            TenantFixture tenants) {
        this.subscriptions = subscriptions;
        this.steps = steps;
        this.agreements = agreements;
        this.invitations = invitations;
        this.tenants = tenants;
    }

    /** Somebody with every right of a new organisation that has accepted the agreement. */
    public Actor customer() {
        Actor customer = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR, AdminRole.BILLING_ADMINISTRATOR);
        accept(customer);
        return customer;
    }

    /** Accepts the agreement in force. */
    public void accept(Actor customer) {
        var current = agreements.current(customer.locale());
        agreements.accept(
                customer, current.id(), current.language(), true, Place.AGREEMENT_PAGE, InvitationFixture.ORIGIN);
    }

    /** Bought by the organisation itself, by the month. */
    public UUID buy(Actor customer, int quantity) {
        return buy(customer, Term.MONTH, quantity);
    }

    public UUID buyForAYear(Actor customer, int quantity) {
        return buy(customer, Term.YEAR, quantity);
    }

    private UUID buy(Actor customer, Term term, int quantity) {
        return subscriptions.buy(customer, null, Ids.next(), new Purchase(Product.WORKS_START, term, quantity, ""));
    }

    /** A domain, bought by somebody who holds both roles. */
    public UUID buyDomain(Actor customer, String domain) {
        return subscriptions.buy(customer, null, Ids.next(), new Purchase(Product.DOMAIN_NAME, Term.YEAR, 0, domain));
    }

    /** A partner that sells to the customer. */
    public Actor reseller(Actor customer) {
        Actor partner = tenants.partner();
        invitations.relationship(partner, customer, PartnerType.RESELLER);
        return partner;
    }

    /** Sold by the partner, by the month. */
    public UUID sell(Actor partner, Actor customer, int quantity) {
        return subscriptions.buy(
                partner,
                customer.tenant().value(),
                Ids.next(),
                new Purchase(Product.WORKS_START, Term.MONTH, quantity, ""));
    }

    /** A partner whose software the customer can buy. */
    public Actor vendor(Actor customer) {
        Actor partner = tenants.partner();
        invitations.relationship(partner, customer, PartnerType.INDEPENDENT_SOFTWARE_VENDOR);
        return partner;
    }

    /** A vendor's product, bought by the customer by the month at the price of the day. */
    public UUID buySoftware(Actor customer, UUID product, int quantity) {
        Desk desk = subscriptions.desk(customer, null);
        long price = subscriptions.offer(desk, product).price(Term.MONTH).minor();
        return subscriptions.buy(
                customer, null, Ids.next(), new Purchase(Product.SOFTWARE, product, Term.MONTH, quantity, "", price));
    }

    public void changeQuantity(Actor customer, UUID subscription, int shown, int quantity) {
        subscriptions.changeQuantity(customer, null, subscription, shown, quantity);
    }

    public void cancel(Actor customer, UUID subscription) {
        subscriptions.cancel(customer, null, subscription);
    }

    public SubscriptionView one(Actor customer, UUID subscription) {
        return subscriptions.ofCustomer(customer.tenant(), subscription);
    }

    public Instant endOf(Actor customer, UUID subscription) {
        return one(customer, subscription).endsAt();
    }

    /** What time does with that one, if anything. */
    public void takeSteps(UUID subscription) {
        steps.takeSteps(List.of(subscription));
    }
}
