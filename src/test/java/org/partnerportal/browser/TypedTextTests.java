package org.partnerportal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.partnerportal.subscription.SubscriptionFixture;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody has typed outlives what takes the page away, and nothing else. */
class TypedTextTests extends BrowserTest {

    private static final String FORM = "/support/requests/new";

    @Autowired
    private SubscriptionFixture subscriptions;

    private Visitor signIn(Actor person) {
        return signIn(new Visitor("en").goTo("/sign-in?continue=/account"), person);
    }

    private static Visitor signIn(Visitor visitor, Actor person) {
        visitor.fill("email", person.email()).fill("password", TenantFixture.PASSWORD);
        return visitor.click("sign-in.button");
    }

    private static void holds(Visitor visitor, String subject) {
        assertThat(visitor.page.locator("#subject")).hasValue(subject);
    }

    @Test
    void outlivesAnotherLookAndAnEndedSession() {
        Actor person = tenants.customer();
        Visitor visitor = signIn(person).seesText(person.email()).goTo(FORM).fill("subject", "The printer");
        visitor.page.locator("footer button[value=dark]").click();
        assertThat(visitor.page.locator("html")).hasAttribute("data-theme", "dark");
        holds(visitor, "The printer");

        visitor.page.context().clearCookies();
        visitor.click("support.new").sees("sign-in.lost");
        signIn(visitor, person);
        holds(visitor, "The printer");
    }

    @Test
    void isForgottenWhenAnotherPageOpensOrAnotherPersonSignsIn() {
        Actor person = tenants.customer();
        Visitor visitor = signIn(person).seesText(person.email()).goTo(FORM).fill("subject", "The printer");
        visitor.page.context().clearCookies();
        visitor.click("support.new").sees("sign-in.lost");
        signIn(visitor, tenants.customer());
        holds(visitor, "");

        visitor.fill("subject", "The other printer");
        visitor.page.locator("footer button[value=dark]").click();
        holds(visitor, "The other printer");
        visitor.goTo("/account").goTo(FORM);
        holds(visitor, "");
    }

    @Test
    void outlivesAnotherLookOnAFormThatLeadsToAReview() {
        Actor buyer = subscriptions.customer();
        Visitor visitor = signIn(buyer).seesText(buyer.email()).goTo("/billing/purchase-services/archive-plus");
        visitor.fill("quantity", "37");
        visitor.page.locator("footer button[value=dark]").click();
        assertThat(visitor.page.locator("html")).hasAttribute("data-theme", "dark");
        assertThat(visitor.page.locator("#quantity")).hasValue("37");
    }
}
