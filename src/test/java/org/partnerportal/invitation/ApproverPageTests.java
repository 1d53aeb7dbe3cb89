package org.partnerportal.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerportal.PortalTest;
import org.partnerportal.agreement.AgreementService;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.security.SignedIn;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A Billing Administrator hands an offer with privileged roles to a Global Administrator, where the portal wants that. */
@PortalTest
@TestPropertySource(
        properties = {
            "portal.relationship.privileged-roles-need-global-admin=true",
            "spring.datasource.url=jdbc:h2:mem:approver;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;"
                    + "DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=20000"
        })
class ApproverPageTests {

    @Autowired
    private MockMvc browser;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private InvitationFixture fixture;

    @Autowired
    private InvitationService invitations;

    @Autowired
    private AgreementService agreements;

    @Autowired
    private JdbcTemplate database;

    private Actor partner;
    private Actor billing;
    private Actor global;

    @BeforeEach
    void people() {
        partner = tenants.partner();
        billing = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        global = tenants.colleague(billing, AdminRole.GLOBAL_ADMINISTRATOR);
    }

    private ResultActions asking(Actor person, UUID id, UUID approver) throws Exception {
        return browser.perform(post("/invitation/" + id + "/ask-approver")
                .with(SignedIn.as(person))
                .with(csrf())
                .param("approver", approver.toString()));
    }

    private ResultActions seeing(Actor person, UUID id) throws Exception {
        return browser.perform(get("/invitation/" + id).with(SignedIn.as(person)));
    }

    private ResultActions accepting(Actor person, UUID id) throws Exception {
        return browser.perform(post("/invitation/" + id + "/accept")
                .with(SignedIn.as(person))
                .with(csrf())
                .param("terms", "1")
                .param("agreement", agreements.current(Locale.ENGLISH).id().toString())
                .param("read", "true")
                .param("durationDays", "100")
                .param("roles", InvitationFixture.USER_ADMINISTRATOR));
    }

    private List<String> mailed(UUID id) {
        return database.queryForList(
                "select recipient from mail where about = ? and kind = 'InvitationApproverAsked' order by id",
                String.class,
                id);
    }

    @Test
    void handsTheOfferToANamedGlobalAdministratorWhoAcceptsIt() throws Exception {
        String token = fixture.sendForToken(partner, billing);
        UUID id = database.queryForObject(
                "select id from invitation where partner_id = ?",
                UUID.class,
                partner.tenant().value());
        accepting(billing, id).andExpect(status().isForbidden());
        seeing(global, id).andExpect(status().isNotFound());
        seeing(billing, id)
                .andExpect(content().string(containsString("Ask " + global.name())))
                .andExpect(content().string(containsString(global.email())))
                .andExpect(content().string(not(containsString("ask-colleagues"))));
        asking(billing, id, global.account()).andExpect(redirectedUrl("/invitation/" + id));

        assertThat(mailed(id)).containsExactly(global.email());
        assertThat(database.queryForObject(
                        "select plain from mail where about = ? and kind = 'InvitationApproverAsked'",
                        String.class,
                        id))
                .contains("/invitation/" + id)
                .contains("Asked by: " + billing.name())
                .doesNotContain(token, "/i/");
        seeing(billing, id)
                .andExpect(content().string(containsString(global.name() + " was asked by " + billing.name() + " on")))
                .andExpect(content().string(not(containsString("Ask " + global.name()))));
        seeing(global, id)
                .andExpect(content().string(containsString(billing.name() + " asked you on")))
                .andExpect(content().string(not(containsString("ask-approver"))));
        browser.perform(get("/settings/history").with(SignedIn.as(billing)))
                .andExpect(content().string(containsString("Invitation handed to a Global Administrator")))
                .andExpect(content().string(containsString("Asked: " + global.name())));
        accepting(global, id).andExpect(redirectedUrl("/invitation/" + id + "/confirmation"));
    }

    @Test
    void mailsEachApproverOnceAndAnotherOneToo() throws Exception {
        Actor other = tenants.colleague(billing, AdminRole.GLOBAL_ADMINISTRATOR);
        UUID id = fixture.send(partner, billing);
        for (Actor approver : List.of(global, global, other, global)) {
            asking(billing, id, approver.account()).andExpect(redirectedUrl("/invitation/" + id));
        }
        assertThat(mailed(id)).containsExactly(global.email(), other.email());
        seeing(billing, id)
                .andExpect(content().string(containsString(global.name() + " was asked by")))
                .andExpect(content().string(containsString(other.name() + " was asked by")));
    }

    @Test
    void handsItToNobodyElse() throws Exception {
        Actor switchedOff = tenants.colleague(billing, AdminRole.GLOBAL_ADMINISTRATOR);
        tenants.disableAccount(switchedOff.account());
        Actor formerOne = tenants.colleague(billing, AdminRole.GLOBAL_ADMINISTRATOR);
        tenants.assign(formerOne.account());
        Actor stranger = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        UUID id = fixture.send(partner, billing);
        for (UUID nobody : List.of(
                switchedOff.account(), formerOne.account(), stranger.account(), billing.account(), UUID.randomUUID())) {
            asking(billing, id, nobody)
                    .andExpect(status().isConflict())
                    .andExpect(content().string(containsString("choose another one")));
        }
        assertThat(mailed(id)).isEmpty();
        assertThat(invitations.sentOne(partner, id).customer()).isNull();
        browser.perform(get("/invitation/" + id + "/ask-approver").with(SignedIn.as(billing)))
                .andExpect(redirectedUrl("/invitation/" + id));
        asking(stranger, id, stranger.account()).andExpect(status().isNotFound());
    }

    @Test
    void saysSoWhereThereIsNoGlobalAdministratorAndWhatToDo() throws Exception {
        Actor alone = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        UUID id = fixture.send(partner, alone);
        seeing(alone, id)
                .andExpect(content().string(containsString("Nobody in your organisation is a Global Administrator")))
                .andExpect(content().string(containsString("without the privileged roles you can accept it yourself")))
                .andExpect(content().string(containsString("/invitation/" + id + "/request-changes")));
    }

    @Test
    void aBillingAdministratorAsksForAnOfferWithoutPrivilegedRolesInstead() throws Exception {
        UUID id = fixture.send(partner, billing);
        fixture.requestChanges(billing, id);
        invitations.revise(
                partner,
                id,
                new Terms(
                        1,
                        invitations.sentOne(partner, id).roles().stream()
                                .filter(InvitationFixture.SERVICE_SUPPORT_ADMINISTRATOR::equals)
                                .collect(Collectors.toSet()),
                        100,
                        false,
                        ""));
        seeing(billing, id)
                .andExpect(content().string(not(containsString("ask-approver"))))
                .andExpect(content().string(containsString("Accept &amp; authorize")));
    }

    @Test
    void isNotNeededWithoutPrivilegedRolesNorForSomebodyWithoutTheRight() throws Exception {
        UUID reseller = fixture.send(partner, billing, PartnerType.RESELLER);
        seeing(billing, reseller).andExpect(content().string(not(containsString("ask-approver"))));
        asking(billing, reseller, global.account()).andExpect(status().isConflict());
        Actor helpdesk = tenants.colleague(billing, AdminRole.HELPDESK_ADMINISTRATOR);
        UUID id = fixture.send(partner, helpdesk);
        seeing(helpdesk, id)
                .andExpect(content().string(containsString("ask-colleagues")))
                .andExpect(content().string(not(containsString("ask-approver"))));
        asking(helpdesk, id, global.account()).andExpect(status().isForbidden());
    }
}
