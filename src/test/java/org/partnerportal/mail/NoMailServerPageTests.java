package org.partnerportal.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerportal.PortalTest;
import org.partnerportal.security.SignedIn;
import org.partnerportal.shared.Ids;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** A portal without a mail server and without demo data: the pages say so before and after, and the link is there. */
@PortalTest
@TestPropertySource(
        properties = {
            "spring.mail.host=false",
            "spring.datasource.url=jdbc:h2:mem:nomail;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;"
                    + "DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=20000"
        })
class NoMailServerPageTests {

    @Autowired
    private MockMvc browser;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private Outbox outbox;

    @Autowired
    private MailTransport transport;

    @Autowired
    private JdbcTemplate database;

    private Actor partner;
    private Actor customer;

    @BeforeEach
    void people() {
        partner = tenants.partner();
        customer = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
    }

    private String page(Actor actor, String address, Cookie... cookies) throws Exception {
        var request = get(address).with(SignedIn.as(actor));
        return browser.perform(cookies.length == 0 ? request : request.cookie(cookies))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void theFormSaysBeforeSendingThatTheLinkHasToBeHandedOver() throws Exception {
        assertThat(page(partner, "/partner/invitations/new?type=RESELLER"))
                .contains("Mail is not set up in this portal", "The invitation will not be mailed.");
        assertThat(page(partner, "/partner/invitations/new?type=RESELLER", new Cookie("language", "ja")))
                .contains("このポータルではメールが設定されていません");
    }

    @Test
    void thePageSaysItAfterSendingAndShowsTheLink() throws Exception {
        MockHttpServletResponse sent = browser.perform(post("/partner/invitations/new")
                        .with(SignedIn.as(partner))
                        .with(csrf())
                        .param("id", Ids.next().toString())
                        .param("type", "RESELLER")
                        .param("email", customer.email())
                        .param("language", "en")
                        .param("lifeDays", "30"))
                .andReturn()
                .getResponse();
        String address = sent.getRedirectedUrl();
        assertThat(page(partner, address, sent.getCookie("link")))
                .contains("The invitation is not mailed. Copy the link below", "/i/");
        assertThat(page(partner, address)).contains("shows a link here, to copy and to hand over yourself");

        UUID mail = database.queryForObject("select id from mail where recipient = ?", UUID.class, customer.email());
        SendTask.tryOnce(mail, outbox, transport);
        assertThat(page(partner, address)).contains("The mail has not got through yet", "Mail is late");
        assertThat(page(tenants.operator(), "/operator/mails"))
                .contains("No mail server is set", "Mail is not set up in this portal.");
    }
}
