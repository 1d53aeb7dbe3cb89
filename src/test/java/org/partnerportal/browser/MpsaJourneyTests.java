package org.partnerportal.browser;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.mpsa.MpsaFixture;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.subscription.SubscriptionFixture;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;

/** A customer lets two MPSA partners see each other's purchases; one of them looks; the customer takes it back. */
class MpsaJourneyTests extends BrowserTest {

    @Autowired
    private SubscriptionFixture subscriptions;

    @Autowired
    private MpsaFixture mpsaPartners;

    @Autowired
    private InvitationFixture invitations;

    private Visitor signedIn(Actor person, String language, String page) {
        var visitor = new Visitor(language);
        visitor.goTo(page).fill("email", person.email()).fill("password", TenantFixture.PASSWORD);
        visitor.click("sign-in.button");
        visitor.page.waitForURL(url -> url.endsWith(page));
        visitor.page.locator("footer button[lang=" + language + "]").click();
        return visitor;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void allowsLooksAndTakesBack(String language) {
        Actor customer = subscriptions.customer();
        Actor one = mpsaPartners.partner(customer);
        Actor other = mpsaPartners.partner(customer);
        invitations.relationship(other, customer, PartnerType.RESELLER);
        subscriptions.sell(other, customer, 4);
        String purchases = "/partner/customers/" + customer.tenant() + "/mpsa-purchases";

        Visitor partner = signedIn(one, language, purchases);
        partner.sees("mpsa.purchases.not-allowed").looksRight("mpsa-not-allowed");

        Visitor admin = signedIn(customer, language, "/settings/partner-relationships");
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
