package org.partnerportal.home;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerportal.PortalTest;
import org.partnerportal.security.SignedIn;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Every list says so where its address names a place that there is not, and begins at its first page. */
@PortalTest
class LeftOutTests {

    private static final String LEFT_OUT = "Part of the address was left out";

    @Autowired
    private MockMvc browser;

    @Autowired
    private TenantFixture tenants;

    private void assertTold(Actor reader, String page) throws Exception {
        for (String place : new String[] {"zzz", "-1", "%3Cscript%3E"}) {
            browser.perform(get(page + "?before=" + place + "&after=" + place).with(SignedIn.as(reader)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString(LEFT_OUT)));
        }
        browser.perform(get(page).with(SignedIn.as(reader)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString(LEFT_OUT))));
        browser.perform(get(page + "?before=&after=").with(SignedIn.as(reader)))
                .andExpect(content().string(not(containsString(LEFT_OUT))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/partner/batches",
                "/partner/invitations",
                "/partner/devices",
                "/partner/applications",
                "/partner/software",
                "/partner/referrals",
                "/partner/customers",
                "/partner/support-requests"
            })
    void inPartnerCenter(String page) throws Exception {
        assertTold(tenants.partner(), page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/devices",
                "/applications",
                "/support/requests",
                "/users",
                "/requests",
                "/settings/partner-relationships",
                "/settings/partner-relationships/mpsa",
                "/billing/your-products",
                "/billing/bills-and-payments"
            })
    void inTheAdminCenter(String page) throws Exception {
        assertTold(tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR), page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/operator/tenants", "/operator/accounts", "/operator/mails", "/operator/listings"})
    void ofTheOperator(String page) throws Exception {
        assertTold(tenants.operator(), page);
    }
}
