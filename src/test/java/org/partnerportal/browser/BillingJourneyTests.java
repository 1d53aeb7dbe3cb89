package org.partnerportal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;

/** An admin buys a product, assigns a licence of it, changes its number, cancels and goes on, and reads the bills. */
class BillingJourneyTests extends BrowserTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void buysAssignsChangesAndCancels(String language) throws IOException {
        Actor person = called(tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR), language, Named.CUSTOMER);
        Visitor visitor = new Visitor(language).signIn(person, "/billing/purchase-services");
        visitor.sees("SubscriptionRefusal.AGREEMENT_NOT_ACCEPTED").looksRight("billing-waits");
        visitor.click("agreement.title").page.check("#read");
        visitor.click("agreement.accept").sees("agreement.accepted.done");

        visitor.goTo("/billing/your-products").sees("subscription.never").looksRight("billing-none");
        visitor.goTo("/billing/purchase-services").looksRight("billing-catalogue");
        visitor.goTo("/billing/purchase-services/domain-name").sees("SubscriptionRefusal.NOBODY_MANAGES_DOMAINS");
        visitor.goTo("/billing/purchase-services/archive-plus").click("subscription.review");
        visitor.sees("form.summary").looksRight("billing-buy-refused");
        visitor.page.check("[name=term][value=MONTH]");
        visitor.fill("quantity", "2").click("subscription.review").sees("subscription.review.intro");
        visitor.looksRight("billing-buy-review");
        visitor.doubleClick("subscription.buy").sees("subscription.bought.done");
        visitor.looksRight("billing-product");
        String product = visitor.page.url();

        visitor.goTo("/users/" + person.account() + "/licenses").looksRight("licenses-person");
        visitor.click("license.assign").sees("license.assigned.done");
        visitor.goTo("/billing/licenses").looksRight("licenses");
        visitor.click("Product.ARCHIVE_PLUS").seesText(person.email()).looksRight("licenses-holders");

        visitor.goTo(product).fill("quantity", "0").click("subscription.review");
        visitor.sees("SubscriptionRefusal.QUANTITY_INVALID").looksRight("billing-quantity-refused");
        visitor.fill("quantity", "3").click("subscription.review").sees("subscription.quantity.review.intro");
        visitor.looksRight("billing-quantity-review");
        visitor.click("subscription.quantity.buy").sees("subscription.quantity.done");
        visitor.click("subscription.cancel").sees("subscription.cancel.money").looksRight("billing-cancel");
        visitor.click("remove.yes").sees("subscription.canceled.done").looksRight("billing-canceled");
        visitor.click("subscription.undo").sees("subscription.undone.done");

        visitor.goTo("/billing/your-products").looksRight("billing-products");
        visitor.goTo("/billing/billing-notifications").looksRight("billing-notifications");
        visitor.goTo("/billing/bills-and-payments").looksRight("billing-bills");
        visitor.page.locator("main table a").first().click();
        visitor.sees("Charge.Reason.INCREASE").looksRight("billing-invoice");
        Download invoice = visitor.page.waitForDownload(() -> visitor.click("invoice.download"));
        try (PDDocument document = Loader.loadPDF(invoice.path().toFile())) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
                    .contains(visitor.text("Product.ARCHIVE_PLUS").replace(" ", ""), "£2.50");
        }
    }
}
