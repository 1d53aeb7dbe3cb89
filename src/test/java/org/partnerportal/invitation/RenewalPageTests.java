package org.partnerportal.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerportal.PortalTest;
import org.partnerportal.TestClock;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.RelationshipRefusal;
import org.partnerportal.relationship.RelationshipService;
import org.partnerportal.relationship.RelationshipStatus;
import org.partnerportal.relationship.RelationshipView;
import org.partnerportal.security.SignedIn;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.Refusal;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Renew: the same terms in one click, the customer accepts, and the new relationship takes the old one's place. */
@PortalTest
class RenewalPageTests {

    @Autowired
    private MockMvc browser;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private InvitationFixture fixture;

    @Autowired
    private InvitationService invitations;

    @Autowired
    private RelationshipService relationships;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcTemplate database;

    private Actor partner;
    private Actor customer;
    private UUID old;

    @BeforeEach
    void people() {
        partner = tenants.partner();
        customer = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        old = fixture.relationship(partner, customer, PartnerType.GDAP);
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private ResultActions open(Actor person, String address) throws Exception {
        return browser.perform(get(address).with(SignedIn.since(person, clock.instant())));
    }

    private String form() {
        return "/partner/invitations/new?renew=" + old;
    }

    private ResultActions send(UUID id, UUID renew, Actor named) throws Exception {
        return browser.perform(post("/partner/invitations/new")
                .with(SignedIn.since(partner, clock.instant()))
                .with(csrf())
                .param("id", id.toString())
                .param("email", customer.email())
                .param("customer", named.tenant().toString())
                .param("language", "en")
                .param("type", "GDAP")
                .param("roles", InvitationFixture.USER_ADMINISTRATOR)
                .param("roles", InvitationFixture.SERVICE_SUPPORT_ADMINISTRATOR)
                .param("durationDays", "100")
                .param("lifeDays", "30")
                .param("renew", renew.toString()));
    }

    private RelationshipView view(UUID id) {
        return relationships.ofPartner(partner.tenant(), id);
    }

    private UUID renewal(UUID invitation) {
        return invitations.sentOne(partner, invitation).relationshipId();
    }

    private long count(String sql, Object... arguments) {
        return database.queryForObject(sql, Long.class, arguments);
    }

    private static void assertRefused(Refusal refusal, Runnable action) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(action::run)
                .extracting(RefusedException::refusal)
                .isEqualTo(refusal);
    }

    @Test
    void theFormHoldsTheSameTerms() throws Exception {
        relationships.removeRole(customer, partner.tenant(), old, InvitationFixture.USER_ADMINISTRATOR);
        open(partner, form())
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(customer.email())))
                .andExpect(content().string(containsString("value=\"100\"")))
                .andExpect(content()
                        .string(containsString("value=\"" + InvitationFixture.SERVICE_SUPPORT_ADMINISTRATOR
                                + "\" checked=\"checked\"")))
                .andExpect(content()
                        .string(not(containsString(
                                "value=\"" + InvitationFixture.USER_ADMINISTRATOR + "\" checked=\"checked\""))))
                .andExpect(content().string(containsString("name=\"renew\" value=\"" + old + "\"")))
                .andExpect(content().string(containsString("This offer renews the relationship")))
                .andExpect(content().string(not(containsString("<select class=\"form-select\" id=\"customer\""))));
    }

    @Test
    void theRenewalTakesTheOldOnesPlace() throws Exception {
        UUID invitation = Ids.next();
        for (int click = 0; click < 2; click++) {
            send(invitation, old, customer).andExpect(redirectedUrl("/partner/invitations/" + invitation));
        }
        String reference = view(old).reference();
        open(partner, "/partner/invitations/" + invitation)
                .andExpect(content().string(containsString("#r-" + old)))
                .andExpect(content().string(containsString(reference)));
        open(partner, "/partner/customers/" + customer.tenant())
                .andExpect(content().string(containsString("/partner/invitations/" + invitation)))
                .andExpect(content().string(containsString("waits for an answer already")));
        open(customer, "/settings/partner-relationships/" + partner.tenant())
                .andExpect(content().string(containsString("/invitation/" + invitation)));
        open(customer, "/invitation/" + invitation)
                .andExpect(content().string(containsString("the new one takes its place and the old one ends")));

        fixture.accept(customer, invitation);

        UUID renewal = renewal(invitation);
        assertThat(view(old).status()).isEqualTo(RelationshipStatus.ENDED);
        assertThat(view(old).endedBy()).isEqualTo(customer.name());
        assertThat(view(old).renewedBy()).isEqualTo(renewal);
        assertThat(view(renewal).status()).isEqualTo(RelationshipStatus.ACTIVE);
        assertThat(relationships.rolesInForce(customer.tenant(), partner.tenant()))
                .containsOnlyKeys(renewal);
        assertThat(count("select count(*) from trail_entry where subject_id = ? and kind = 'RelationshipEnded'", old))
                .isEqualTo(1);
        assertThat(database.queryForObject(
                        "select details from trail_entry where subject_id = ? and kind = 'InvitationAccepted'",
                        String.class,
                        invitation))
                .contains("\"renews\":\"" + reference + "\"");
        assertThat(count("select count(*) from mail where about = ?", old))
                .as("the mail about the acceptance is enough")
                .isZero();
        assertThat(count("select count(*) from mail where about = ? and kind like 'InvitationAccepted%'", invitation))
                .isEqualTo(2);
        for (String page : new String[] {
            "/partner/customers/" + customer.tenant(), "/settings/partner-relationships/" + partner.tenant()
        }) {
            open(page.startsWith("/partner") ? partner : customer, page)
                    .andExpect(content().string(containsString("Renewed by")))
                    .andExpect(content().string(containsString("#r-" + renewal)))
                    .andExpect(content().string(containsString("#r-" + old)));
        }
    }

    @Test
    void anExpiredRelationshipIsRenewedToo() throws Exception {
        clock.advance(Duration.ofDays(101));
        UUID invitation = fixture.renew(partner, customer, old);
        open(customer, "/invitation/" + invitation)
                .andExpect(content().string(containsString("which ended on")))
                .andExpect(content().string(not(containsString("the old one ends"))));
        fixture.accept(customer, invitation);
        assertThat(view(old).status()).isEqualTo(RelationshipStatus.EXPIRED);
        assertThat(view(old).renewedBy()).isEqualTo(renewal(invitation));
        assertThat(count("select count(*) from trail_entry where subject_id = ? and kind = 'RelationshipEnded'", old))
                .isZero();
    }

    @Test
    void whatWasRenewedIsNotRenewedAgain() throws Exception {
        UUID invitation = fixture.renew(partner, customer, old);
        fixture.accept(customer, invitation);
        open(partner, form())
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Another relationship has taken its place already")));
        send(Ids.next(), old, customer).andExpect(status().isConflict());
        assertRefused(RelationshipRefusal.ALREADY_RENEWED, () -> fixture.renew(partner, customer, old));
        fixture.renew(partner, customer, renewal(invitation));
    }

    @Test
    void oneOfferToRenewIsOpenAtATime() throws Exception {
        UUID first = fixture.renew(partner, customer, old);
        open(partner, form()).andExpect(status().isConflict());
        assertRefused(InvitationRefusal.RENEWAL_IS_OPEN, () -> fixture.renew(partner, customer, old));
        invitations.withdraw(partner, first);
        UUID second = fixture.renew(partner, customer, old);
        invitations.decline(customer, second, "");
        fixture.renew(partner, customer, old);
    }

    @Test
    void aLapsedOneMakesRoomWhateverJobsHaveRun() throws Exception {
        UUID first = fixture.renew(partner, customer, old);
        clock.advance(Duration.ofDays(30));
        open(partner, form()).andExpect(status().isOk());
        UUID second = fixture.renew(partner, customer, old);
        assertThat(database.queryForObject("select status from invitation where id = ?", String.class, first))
                .isEqualTo("LAPSED");
        assertThat(count("select count(*) from trail_entry where subject_id = ? and kind = 'InvitationLapsed'", first))
                .isEqualTo(1);
        assertRefused(InvitationRefusal.RENEWAL_IS_OPEN, () -> invitations.resend(partner, first));
        clock.advance(Duration.ofDays(30));
        invitations.resend(partner, first);
        assertThat(database.queryForObject("select status from invitation where id = ?", String.class, second))
                .as("it made room in its turn")
                .isEqualTo("LAPSED");
        fixture.accept(customer, first);
        assertRefused(RelationshipRefusal.ALREADY_RENEWED, () -> invitations.resend(partner, second));
    }

    @Test
    void resendingKeepsItTheOneRenewal() {
        UUID invitation = fixture.renew(partner, customer, old);
        invitations.resend(partner, invitation);
        assertRefused(InvitationRefusal.RENEWAL_IS_OPEN, () -> fixture.renew(partner, customer, old));
        fixture.accept(customer, invitation);
        assertThat(view(old).renewedBy()).isEqualTo(renewal(invitation));
    }

    @Test
    void onlyItsOwnCustomerAndTypeAreOffered() throws Exception {
        Actor other = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        UUID reseller = fixture.relationship(partner, other, PartnerType.RESELLER);
        send(Ids.next(), old, other)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("the customer of the relationship that it renews")));
        send(Ids.next(), reseller, other)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("the same partner type")));
        assertThat(count("select count(*) from invitation where renews_id in (?, ?)", old, reseller))
                .isZero();
    }

    @Test
    void anotherPartnersRelationshipIsNotFound() throws Exception {
        UUID foreign = fixture.relationship(tenants.partner(), customer, PartnerType.GDAP);
        open(partner, "/partner/invitations/new?renew=" + foreign).andExpect(status().isNotFound());
        open(partner, "/partner/invitations/new?renew=1-or-1=1").andExpect(status().isNotFound());
        send(Ids.next(), foreign, customer).andExpect(status().isNotFound());
        send(Ids.next(), UUID.randomUUID(), customer).andExpect(status().isNotFound());
        assertThat(count("select count(*) from invitation where renews_id = ?", foreign))
                .isZero();
    }

    @Test
    void onlyAdminAgentsRenewWhatBringsRoles() throws Exception {
        Actor sales = tenants.colleague(partner, AdminRole.SALES_AGENT);
        Actor helpdesk = tenants.colleague(partner, AdminRole.HELPDESK_AGENT);
        UUID reseller = fixture.relationship(partner, customer, PartnerType.RESELLER);
        open(sales, form()).andExpect(status().isForbidden());
        open(sales, "/partner/invitations/new?renew=" + reseller).andExpect(status().isOk());
        open(helpdesk, "/partner/invitations/new?renew=" + reseller).andExpect(status().isForbidden());
        open(customer, form()).andExpect(status().isForbidden());
        open(helpdesk, "/partner/customers/" + customer.tenant())
                .andExpect(content().string(containsString("Invitations are sent by")));
    }

    @Test
    void removedRolesAreOfferedAgain() throws Exception {
        relationships.removeRoles(customer, partner.tenant(), old);
        assertThat(OfferForm.renewing(invitations.renewal(partner, old)).offer().roles())
                .isEqualTo(
                        Set.of(InvitationFixture.USER_ADMINISTRATOR, InvitationFixture.SERVICE_SUPPORT_ADMINISTRATOR));
    }

    @Test
    void anAddressThatNamesNothingToRenewIsThatOfANewOffer() throws Exception {
        open(partner, "/partner/invitations/new?renew=").andExpect(redirectedUrl("/partner/invitations/new"));
        open(partner, "/partner/invitations/new?renew=x").andExpect(status().isNotFound());
    }
}
