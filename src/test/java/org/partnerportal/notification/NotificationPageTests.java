package org.partnerportal.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerportal.PortalTest;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.RelationshipService;
import org.partnerportal.security.SignedIn;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** An admin adds a shared mailbox, its reader confirms it, it gets mails; people choose what they get. */
@PortalTest
class NotificationPageTests {

    private static final String LIST = "/settings/notifications";

    @Autowired
    private MockMvc browser;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private InvitationFixture invitations;

    @Autowired
    private RelationshipService relationships;

    @Autowired
    private JdbcTemplate database;

    private Actor customer;
    private String address;

    @BeforeEach
    void people() {
        customer = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        address = "it-" + UUID.randomUUID() + "@school.example";
    }

    private ResultActions send(Actor actor, String page, String... fields) throws Exception {
        var request = post(page).with(SignedIn.as(actor)).with(csrf());
        for (int at = 0; at < fields.length; at += 2) {
            request.param(fields[at], fields[at + 1]);
        }
        return browser.perform(request);
    }

    private UUID add(String... topics) throws Exception {
        String[] fields = new String[4 + topics.length * 2];
        List.of("email", address, "language", "ja").toArray(fields);
        for (int number = 0; number < topics.length; number++) {
            fields[4 + number * 2] = "topics";
            fields[5 + number * 2] = topics[number];
        }
        send(customer, LIST, fields).andExpect(redirectedUrl(LIST));
        return database.queryForObject("select id from notification_address where email = ?", UUID.class, address);
    }

    private String link() {
        String text = database.queryForObject(
                "select plain from mail where recipient = ? and kind = 'NotificationAddressAdded'",
                String.class,
                address);
        return text.replaceAll("(?s).*(/notification-address/\\S+).*", "$1");
    }

    private List<String> mails(String recipient) {
        return database.queryForList(
                "select kind from mail where recipient = ? and kind <> 'NotificationAddressAdded' order by kind",
                String.class,
                recipient);
    }

    private ResultActions sees(Actor actor, String page, String text) throws Exception {
        return browser.perform(get(page).with(SignedIn.as(actor)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(text)));
    }

    @Test
    void anAddressGetsMailsOnceItsReaderHasConfirmedIt() throws Exception {
        add("RELATIONSHIPS");
        sees(customer, LIST, "Waits for its confirmation");
        Actor partner = tenants.partner();
        invitations.relationship(partner, customer, PartnerType.RESELLER);
        assertThat(mails(address)).isEmpty();

        browser.perform(get(link()).header("Accept-Language", "ja"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(customer.tenantName())))
                .andExpect(content().string(containsString(address)))
                .andExpect(content().string(containsString("受け取る")));
        invitations.relationship(partner, customer, PartnerType.OEM);
        assertThat(mails(address)).as("after a scanner opened the link").isEmpty();

        browser.perform(post(link()).with(csrf())).andExpect(redirectedUrl(link()));
        browser.perform(get(link())).andExpect(content().string(containsString("This address is confirmed")));
        sees(customer, LIST, "Confirmed");
        invitations.relationship(partner, customer, PartnerType.ADVISOR);
        assertThat(mails(address)).containsExactly("InvitationAcceptedHere");
        assertThat(database.queryForObject(
                        "select subject from mail where recipient = ? and kind = 'InvitationAcceptedHere'",
                        String.class,
                        address))
                .as("in its own language")
                .contains("承認しました");
    }

    @Test
    void anAddressGetsWhatItsTopicsSayAndNothingOnceItIsRemoved() throws Exception {
        UUID id = add("RELATIONSHIPS", "REVIEWS");
        browser.perform(post(link()).with(csrf()));
        Actor partner = tenants.partner();
        UUID first = invitations.relationship(partner, customer, PartnerType.RESELLER);
        send(customer, LIST + "/" + id, "topics", "EXPIRY").andExpect(redirectedUrl(LIST));
        relationships.endAsPartner(partner, customer.tenant(), first);
        assertThat(mails(address)).containsExactly("InvitationAcceptedHere");
        send(customer, LIST + "/" + id, "topics", "RELATIONSHIPS");
        UUID second = invitations.relationship(partner, customer, PartnerType.OEM);
        send(customer, LIST + "/" + id + "/remove").andExpect(redirectedUrl(LIST));
        relationships.endAsPartner(partner, customer.tenant(), second);
        assertThat(mails(address)).containsExactly("InvitationAcceptedHere", "InvitationAcceptedHere");
        browser.perform(get(link())).andExpect(status().isNotFound());
    }

    @Test
    void aRemovedAddressCanComeBackAndIsConfirmedAnew() throws Exception {
        UUID id = add("REVIEWS");
        String old = link();
        browser.perform(post(old).with(csrf()));
        send(customer, LIST + "/" + id + "/remove");
        database.update("delete from mail where recipient = ?", address);
        assertThat(add("EXPIRY")).isEqualTo(id);
        sees(customer, LIST, "Waits for its confirmation");
        assertThat(link()).isNotEqualTo(old);
        browser.perform(get(old)).andExpect(status().isNotFound());
    }

    @Test
    void whatIsWrongIsSaidAtTheFieldAndTheInputKept() throws Exception {
        send(customer, LIST, "email", "it@school", "language", "en")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"it@school\"")))
                .andExpect(content().string(containsString("href=\"#email\"")))
                .andExpect(content().string(containsString("href=\"#topics\"")));
        assertThat(database.queryForObject(
                        "select count(*) from notification_address where tenant_id = ?",
                        Long.class,
                        customer.tenant().value()))
                .isZero();
    }

    @Test
    void theTrailTellsEachStep() throws Exception {
        UUID id = add("REVIEWS");
        browser.perform(post(link()).with(csrf()));
        browser.perform(post(link()).with(csrf()));
        send(customer, LIST + "/" + id, "topics", "EXPIRY");
        send(customer, LIST + "/" + id + "/remove");
        assertThat(database.queryForList(
                        "select kind from trail_entry where subject_id = ? order by id", String.class, id))
                .containsExactly(
                        "NotificationAddressAdded",
                        "NotificationAddressConfirmed",
                        "NotificationAddressChanged",
                        "NotificationAddressRemoved");
        sees(customer, "/settings/history", "Notification address confirmed");
        assertThat(database.queryForList("select details from trail_entry where subject_id = ?", String.class, id))
                .noneMatch(details -> details.contains("/notification-address/"));
    }

    @Test
    void noMoreThanTwentyAreAddedInADay() throws Exception {
        for (int added = 0; added < 20; added++) {
            address = "it-" + UUID.randomUUID() + "@school.example";
            send(customer, LIST + "/" + add("REVIEWS") + "/remove");
        }
        send(customer, LIST, "email", "it@school.example", "language", "ja", "topics", "REVIEWS")
                .andExpect(status().isTooManyRequests());
    }

    @Test
    void theLongestAddressIsConfirmedToo() throws Exception {
        address = "i".repeat(64) + "@" + (UUID.randomUUID() + ".").repeat(4) + "example";
        add("REVIEWS");
        browser.perform(post(link()).with(csrf())).andExpect(status().is3xxRedirection());
        sees(customer, LIST, "Confirmed");
    }

    @Test
    void agreementMailsGoToAddressesAndPeopleThatWantThem() throws Exception {
        add("AGREEMENT");
        browser.perform(post(link()).with(csrf()));
        send(customer, "/account/mails", "topics", "REVIEWS");
        Actor colleague = tenants.colleague(customer, AdminRole.GLOBAL_ADMINISTRATOR);
        Actor partner = tenants.partner();
        database.update(
                "delete from agreement_acceptance where customer_id = ?",
                customer.tenant().value());
        invitations.relationship(partner, customer, PartnerType.RESELLER);
        database.update(
                "delete from agreement_acceptance where customer_id = ?",
                customer.tenant().value());
        send(partner, "/partner/customers/" + customer.tenant() + "/agreement").andExpect(status().is3xxRedirection());
        assertThat(mails(address)).contains("AcceptanceRequested");
        assertThat(mails(colleague.email())).contains("AcceptanceRequested");
        assertThat(mails(customer.email())).doesNotContain("AcceptanceRequested");
    }

    /** Its reader may have no account, and reads mails for longer than a session lasts; the link itself is the proof. */
    @Test
    void aFormWhoseSessionIsLostConfirmsAllTheSame() throws Exception {
        UUID id = add("REVIEWS");
        browser.perform(post(link())).andExpect(redirectedUrl(link()));
        assertThat(database.queryForObject(
                        "select confirmed_at is not null from notification_address where id = ?", Boolean.class, id))
                .isTrue();
    }

    @Test
    void somebodyElsesAddressIsNotFound() throws Exception {
        UUID id = add("REVIEWS");
        Actor stranger = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        send(stranger, LIST + "/" + id, "topics", "EXPIRY").andExpect(status().isNotFound());
        send(stranger, LIST + "/" + id + "/remove").andExpect(status().isNotFound());
        browser.perform(get(LIST).with(SignedIn.as(stranger)))
                .andExpect(content().string(not(containsString(address))));
    }

    @Test
    void whoeverIsNoAdminIsToldWhoIs() throws Exception {
        Actor reader = tenants.colleague(customer, AdminRole.GLOBAL_READER);
        browser.perform(get(LIST).with(SignedIn.as(reader))).andExpect(status().isForbidden());
        send(reader, LIST, "email", address, "language", "en", "topics", "REVIEWS")
                .andExpect(status().isForbidden());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/notification-address/unknown", "/notification-address/%F0%9F%91%80"})
    void anUnknownLinkIsNotFound(String unknown) throws Exception {
        browser.perform(get(URI.create(unknown))).andExpect(status().isNotFound());
        browser.perform(post(URI.create(unknown)).with(csrf())).andExpect(status().isNotFound());
    }

    @Test
    void aPersonGetsOnlyTheMailsThatWereChosen() throws Exception {
        Actor colleague = tenants.colleague(customer, AdminRole.GLOBAL_ADMINISTRATOR);
        sees(customer, "/account/mails", "value=\"RELATIONSHIPS\" checked=\"checked\"");
        send(customer, "/account/mails", "topics", "REVIEWS", "topics", "EXPIRY")
                .andExpect(redirectedUrl("/account/mails"));
        browser.perform(get("/account/mails").with(SignedIn.as(customer)))
                .andExpect(content().string(containsString("value=\"REVIEWS\" checked=\"checked\"")))
                .andExpect(content().string(not(containsString("value=\"RELATIONSHIPS\" checked=\"checked\""))));
        Actor partner = tenants.partner();
        UUID relationship = invitations.relationship(partner, customer, PartnerType.RESELLER);
        relationships.endAsPartner(partner, customer.tenant(), relationship);
        assertThat(mails(customer.email()))
                .as("what somebody did in person is always told")
                .contains("InvitationAcceptedByYou")
                .doesNotContain("RelationshipEnded");
        assertThat(mails(colleague.email())).contains("RelationshipEnded");
    }

    @Test
    void everythingCanBeSwitchedOffAndOnAgain() throws Exception {
        send(customer, "/account/mails");
        browser.perform(get("/account/mails").with(SignedIn.as(customer)))
                .andExpect(content().string(not(containsString("checked=\"checked\""))));
        send(customer, "/account/mails", "topics", "AGREEMENT");
        sees(customer, "/account/mails", "value=\"AGREEMENT\" checked=\"checked\"");
    }

    @Test
    void aPartnerDoesWithoutTheAnswersToItsInvitations() throws Exception {
        Actor partner = tenants.partner();
        send(partner, "/account/mails", "topics", "REVIEWS");
        invitations.relationship(partner, customer, PartnerType.RESELLER);
        assertThat(mails(partner.email())).doesNotContain("InvitationAccepted");
    }
}
