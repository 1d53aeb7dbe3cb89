package org.partnerportal.browser;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.mpsa.MpsaFixture;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.subscription.SubscriptionFixture;
import org.partnerportal.tenant.Actor;
import org.springframework.beans.factory.annotation.Autowired;

/** A customer lets two MPSA partners see each other's purchases; one of them looks; the customer takes it back. */
class MpsaJourneyTests extends BrowserTest {

    @Autowired
    private SubscriptionFixture subscriptions;

    @Autowired
    private MpsaFixture mpsaPartners;

    @Autowired
    private InvitationFixture invitations;

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void allowsLooksAndTakesBack(String language) {
        Actor customer = called(subscriptions.customer(), language, Named.CUSTOMER);
        Actor one = called(mpsaPartners.partner(customer), language, Named.PARTNER);
        Actor other = called(mpsaPartners.partner(customer), language, Named.OTHER_PARTNER);
        invitations.relationship(other, customer, PartnerType.RESELLER);
        subscriptions.sell(other, customer, 4);
        String purchases = "/partner/customers/" + customer.tenant() + "/mpsa-purchases";

        Visitor partner = new Visitor(language).signIn(one, purchases);
        partner.sees("mpsa.purchases.not-allowed").looksRight("mpsa-not-allowed");

        Visitor admin = new Visitor(language).signIn(customer, "/settings/partner-relationships");
        admin.click("mpsa.title").sees("mpsa.none").looksRight("mpsa-none");
        admin.click("mpsa.allow.look").sees("form.summary").looksRight("mpsa-refused");
        admin.page.selectOption("#first", one.tenant().toString());
        admin.page.selectOption("#second", other.tenant().toString());
        admin.click("mpsa.allow.look").sees("mpsa.hidden.prices").looksRight("mpsa-allow");
        admin.doubleClick("mpsa.allow").sees("mpsa.allowed").looksRight("mpsa-pairs");

        partner.goTo("/partner/customers/" + customer.tenant()).click("mpsa.purchases");
        partner.sees("Product.WORKS_START").looksRight("mpsa-purchases");

        admin.click("mpsa.take-back").sees("mpsa.take-back.stops").looksRight("mpsa-take-back");
        admin.doubleClick("remove.yes").sees("mpsa.taken-back");
        partner.goTo(purchases).sees("mpsa.purchases.not-allowed");
    }
}
