package org.partnerportal.browser;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerportal.subscription.SubscriptionFixture;
import org.partnerportal.tenant.Actor;
import org.springframework.beans.factory.annotation.Autowired;

/** A vendor makes a product and offers it; its customer buys it and assigns a licence; the vendor sees that, and withdraws. */
class SoftwareJourneyTests extends BrowserTest {

    @Autowired
    private SubscriptionFixture subscriptions;

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void offersBuysAssignsAndWithdraws(String language) {
        Actor customer = called(subscriptions.customer(), language, Named.CUSTOMER);
        Visitor vendor = new Visitor(language)
                .signIn(called(subscriptions.vendor(customer), language, Named.PARTNER), "/partner/software");
        vendor.sees("software.none").looksRight("software-none");
        vendor.click("software.new").looksRight("software-new");
        vendor.click("software.new.do").sees("SoftwareRefusal.LANGUAGE_MISSING").looksRight("software-refused");
        vendor.fill("nameEn", "Class Roster").fill("descriptionEn", "Seating plans and attendance.");
        vendor.fill("nameJa", "クラス名簿").fill("descriptionJa", "座席表と出欠。");
        vendor.fill("monthGbp", "1.90").fill("yearGbp", "19.00").fill("monthJpy", "300");
        vendor.doubleClick("software.new.do").sees("software.added").looksRight("software-draft");
        vendor.click("software.put-on-sale").sees("software.put-on-sale.done");
        String product = vendor.page.url();

        String name = language.equals("ja") ? "クラス名簿" : "Class Roster";
        Visitor admin = new Visitor(language).signIn(customer, "/billing/purchase-services");
        admin.sees("subscription.software").seesText(name).looksRight("software-offered");
        admin.click("subscription.buy"); // the last one of the page
        admin.seesText(name).looksRight("software-buy");
        admin.page.check("[name=term][value=MONTH]");
        admin.fill("quantity", "2").click("subscription.review").sees("subscription.review.intro");
        admin.looksRight("software-review");
        admin.doubleClick("subscription.buy").sees("subscription.bought.done").looksRight("software-bought");
        admin.goTo("/users/" + customer.account() + "/licenses").click("license.assign");
        admin.sees("license.assigned.done").seesText(name).looksRight("software-licence");
        admin.goTo("/billing/bills-and-payments").seesText(name).looksRight("software-bills");

        vendor.goTo(product).seesText(customer.tenantName()).looksRight("software-sold");
        vendor.click("software.withdraw").sees("software.withdraw.stops").looksRight("software-withdraw");
        vendor.doubleClick("remove.yes").sees("software.withdraw.done");
        admin.goTo("/billing/purchase-services").sees("subscription.software.none");
    }
}
