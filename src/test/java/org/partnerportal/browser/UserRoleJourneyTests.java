package org.partnerportal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;

/** A Global Administrator gives somebody the second role that domains need, and on an older page a third. */
class UserRoleJourneyTests extends BrowserTest {

    private static final String DOMAIN = "/billing/purchase-services/domain-name";

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void givesTheSecondOfTwoRoles(String language) {
        Actor administrator = called(tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR), language, Named.CUSTOMER);
        String domain = administrator.email().replaceAll(".*@", "");
        Actor domains = tenants.called(
                tenants.colleague(administrator, AdminRole.DOMAIN_NAME_ADMINISTRATOR),
                language.equals("ja") ? "高橋 直子" : "Mia Lowe",
                language.equals("ja") ? "naoko" : "mia",
                domain);
        var buying = new Visitor(language);
        buying.signIn(domains, DOMAIN)
                .sees("SubscriptionRefusal.NOBODY_MANAGES_DOMAINS")
                .looksRight("domain-needs-both");

        String page = "/users/" + domains.account() + "/roles";
        var late = new Visitor(language);
        late.signIn(administrator, page);
        var giving = new Visitor(language);
        giving.signIn(administrator, "/users").looksRight("users");
        giving.goTo("/users/" + administrator.account() + "/roles")
                .sees("UserRefusal.LAST_GLOBAL_ADMINISTRATOR")
                .looksRight("user-roles-last");
        giving.goTo("/users").page.locator("a[href='" + page + "']").click();
        giving.page
                .locator("input[type=checkbox][value='BILLING_ADMINISTRATOR']")
                .check();
        giving.looksRight("user-roles");
        giving.doubleClick("user.roles.save").sees("user.roles.changed");

        late.page.locator("input[type=checkbox][value='GLOBAL_READER']").check();
        late.click("user.roles.save").sees("user.roles.stale").looksRight("user-roles-stale");
        assertThat(late.page
                        .locator("input[type=checkbox][value='GLOBAL_READER']")
                        .isChecked())
                .isTrue();
        late.page.locator("input[type=checkbox][value='BILLING_ADMINISTRATOR']").check();
        late.click("user.roles.save").sees("user.roles.changed");

        buying.goTo(DOMAIN).sees("SubscriptionRefusal.AGREEMENT_NOT_ACCEPTED").looksRight("domain-to-buy");
        giving.goTo("/settings/history").sees("audit.kind.UserRolesChanged").looksRight("user-roles-history");
    }
}
