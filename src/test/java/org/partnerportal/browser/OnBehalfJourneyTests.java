package org.partnerportal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.springframework.beans.factory.annotation.Autowired;

/** A partner's person acts in a customer's admin center, until the customer takes the roles away under the next click. */
class OnBehalfJourneyTests extends BrowserTest {

    @Autowired
    private InvitationFixture invitations;

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void actsOnBehalfUntilTheRolesAreGone(String language) {
        Actor customer = called(tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR), language, Named.CUSTOMER);
        Actor colleague = tenants.colleague(customer);
        Actor partner = called(tenants.partner(), language, Named.PARTNER);
        var relationship = invitations.relationship(partner, customer, PartnerType.GDAP);
        String center = "/on-behalf/" + customer.tenant();

        Visitor agent = new Visitor(language).signIn(partner, "/partner/customers/" + customer.tenant());
        agent.doubleClick("onbehalf.act").sees("onbehalf.title", customer.tenantName());
        agent.looksRight("on-behalf");
        assertThat(agent.page.locator(".behalf").textContent())
                .as("who acts for whom")
                .contains(partner.name(), partner.tenantName(), customer.tenantName());
        assertThat(agent.page.locator("nav").allTextContents())
                .noneMatch(menu -> menu.contains(agent.text("nav.purchase-services")));
        agent.goTo(center + "/billing/purchase-services")
                .sees("onbehalf.not-available", customer.tenantName())
                .looksRight("on-behalf-billing");

        agent.click("onbehalf.back").click("nav.users").looksRight("on-behalf-users");
        agent.goTo(center + "/users/" + colleague.account() + "/reset-password")
                .sees("user.reset.out")
                .looksRight("on-behalf-reset");
        agent.click("remove.yes").sees("user.temporary.once").looksRight("on-behalf-password");
        String password = agent.page.locator("#temporary-password").textContent();

        var person = new Visitor(language);
        person.goTo("/sign-in").fill("email", colleague.email()).fill("password", password);
        person.click("sign-in.button");
        person.page.waitForURL(url -> url.contains("/account/password"));

        Visitor admin = new Visitor(language)
                .signIn(
                        customer,
                        "/settings/partner-relationships/" + partner.tenant() + "/" + relationship + "/remove-roles");
        admin.click("remove.yes").sees("relationship.roles.none");

        agent.click("user.back").sees("onbehalf.over", customer.tenantName()).looksRight("on-behalf-over");
        agent.click("onbehalf.to-partner-center", customer.tenantName()).sees("onbehalf.act");

        admin.goTo("/settings/history").seesText(partner.name()).looksRight("on-behalf-history");
    }
}
