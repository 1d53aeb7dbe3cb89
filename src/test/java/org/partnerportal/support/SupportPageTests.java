package org.partnerportal.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerportal.PortalTest;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.security.SignedIn;
import org.partnerportal.shared.Ids;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A service request from its opening to its end, by the customer's people and by a partner on their behalf. */
@PortalTest
class SupportPageTests {

    private static final String OWN = "/support/requests";

    @Autowired
    private MockMvc browser;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private InvitationFixture invitations;

    @Autowired
    private SupportFixture requests;

    @Autowired
    private JdbcTemplate database;

    private Actor admin;
    private Actor helpdesk;
    private Actor pupil;
    private Actor partner;

    @BeforeEach
    void school() {
        admin = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        helpdesk = tenants.colleague(admin, AdminRole.HELPDESK_ADMINISTRATOR);
        pupil = tenants.colleague(admin);
        partner = tenants.partner();
    }

    private ResultActions open(Actor person, String page) throws Exception {
        return browser.perform(get(page).with(SignedIn.as(person)));
    }

    private ResultActions send(Actor person, String page, String... fields) throws Exception {
        MockHttpServletRequestBuilder request =
                post(page).with(SignedIn.as(person)).with(csrf());
        for (int at = 0; at < fields.length; at += 2) {
            request.param(fields[at], fields[at + 1]);
        }
        return browser.perform(request);
    }

    private String onBehalf() {
        return "/on-behalf/" + admin.tenant() + OWN;
    }

    private static String[] form(String subject, String description) {
        return new String[] {
            "id",
            Ids.next().toString(),
            "subject",
            subject,
            "area",
            "MAIL",
            "urgency",
            "ONE_PERSON",
            "description",
            description,
            "language",
            "en"
        };
    }

    private UUID sent(Actor person, String page, String... fields) throws Exception {
        String there = send(person, page + "/new", fields)
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(there).startsWith(page + "/");
        return UUID.fromString(there.substring(page.length() + 1));
    }

    private ResultActions answer(Actor person, String page, UUID id, String message) throws Exception {
        return send(
                person,
                page + "/" + id + "/answer",
                "id",
                Ids.next().toString(),
                "message",
                message,
                "closed",
                "false");
    }

    private ResultActions close(Actor person, String page, UUID id) throws Exception {
        String steps = database.queryForObject("select steps from service_request where id = ?", String.class, id);
        return send(person, page + "/" + id + "/close", "solution", "The switch was off.", "steps", steps);
    }

    private String statusOf(UUID id) {
        return database.queryForObject("select status from service_request where id = ?", String.class, id);
    }

    private List<String> mails(Actor to) {
        return database.queryForList(
                "select kind from mail where recipient = ? and kind like 'Support%' order by id",
                String.class, to.email());
    }

    private List<Map<String, Object>> trail(String kind) {
        return database.queryForList(
                "select person_name, on_behalf_of_id, partner_id, details from trail_entry"
                        + " where kind = ? and customer_id = ?",
                kind,
                admin.tenant().value());
    }

    // the way of a request

    @Test
    void anybodyOpensOneAndAnAdvisorSolvesIt() throws Exception {
        invitations.relationship(partner, admin, PartnerType.ADVISOR);
        UUID id = sent(pupil, OWN, form("No mail", "It does not come."));
        open(partner, "/partner/support-requests")
                .andExpect(content()
                        .string(allOf(
                                containsString("No mail"),
                                containsString(admin.tenantName()),
                                containsString(onBehalf() + "/" + id))));
        answer(partner, onBehalf(), id, "Is it <b>on</b>?").andExpect(status().is3xxRedirection());
        assertThat(statusOf(id)).isEqualTo("WITH_CUSTOMER");
        assertThat(mails(pupil)).containsExactly("SupportAnswered");

        open(pupil, OWN + "/" + id)
                .andExpect(content()
                        .string(allOf(
                                containsString("Is it &lt;b&gt;on&lt;/b&gt;?"),
                                containsString(partner.name() + " of " + partner.tenantName() + " on behalf of "
                                        + admin.tenantName()),
                                containsString("It is your turn."))));
        answer(pupil, OWN, id, "Now it is.").andExpect(status().is3xxRedirection());
        assertThat(statusOf(id)).isEqualTo("WITH_HANDLER");
        assertThat(mails(partner)).containsExactly("SupportOpened", "SupportAnswered");

        close(partner, onBehalf(), id).andExpect(status().is3xxRedirection());
        assertThat(statusOf(id)).isEqualTo("CLOSED");
        assertThat(mails(pupil)).containsExactly("SupportAnswered", "SupportClosed");
        open(pupil, OWN + "/" + id).andExpect(content().string(containsString("The switch was off.")));
        open(partner, "/partner/support-requests").andExpect(content().string(not(containsString("No mail"))));

        for (String kind : List.of("SupportAssigned", "SupportClosed")) {
            assertThat(trail(kind)).singleElement().satisfies(row -> {
                assertThat(row.get("person_name")).isEqualTo(partner.name());
                assertThat(row.get("on_behalf_of_id")).isEqualTo(admin.tenant().value());
                assertThat(row.get("partner_id")).isEqualTo(partner.tenant().value());
            });
        }
        assertThat(trail("SupportOpened")).singleElement().satisfies(row -> {
            assertThat(row.get("on_behalf_of_id")).isNull();
            assertThat(row.get("partner_id")).isNull();
            assertThat(row.get("details").toString()).doesNotContain("No mail");
        });
    }

    @Test
    void mailsSayWhereAndNotWhat() throws Exception {
        invitations.relationship(partner, admin, PartnerType.ADVISOR);
        UUID id = sent(pupil, OWN, form("No mail", "It does not come."));
        answer(partner, onBehalf(), id, "The secret of the tower");
        answer(pupil, OWN, id, "The second secret");
        assertThat(plain(pupil))
                .contains(OWN + "/" + id, "No mail", partner.name() + " of " + partner.tenantName())
                .doesNotContain("/on-behalf/", "secret");
        assertThat(plain(partner)).contains(onBehalf() + "/" + id).doesNotContain("secret");
    }

    private String plain(Actor to) {
        return database.queryForObject(
                "select plain from mail where recipient = ? and kind = 'SupportAnswered'", String.class, to.email());
    }

    @Test
    void aPartnerOpensOneOnBehalfOfACustomer() throws Exception {
        invitations.relationship(partner, admin, PartnerType.GDAP); // with Service Support Administrator
        UUID id = sent(partner, onBehalf(), form("Call of Mia", "Her phone is new."));
        open(admin, OWN + "/" + id)
                .andExpect(content()
                        .string(containsString(partner.name() + " of " + partner.tenantName() + " on behalf of ")));
        open(pupil, OWN + "/" + id).andExpect(status().isNotFound());
        send(
                partner,
                onBehalf() + "/" + id + "/assign",
                "person",
                partner.account().toString());
        answer(partner, onBehalf(), id, "When may I call?");
        open(admin, OWN + "/" + id)
                .andExpect(content().string(containsString("waits for an answer of " + admin.tenantName())));
        assertThat(trail("SupportOpened"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("on_behalf_of_id"))
                        .isEqualTo(admin.tenant().value()));
        assertThat(database.queryForObject(
                        "select count(*) from role_use where customer_id = ?",
                        Long.class,
                        admin.tenant().value()))
                .as("the role counts as used")
                .isPositive();
    }

    @Test
    void itIsGivenToTheCustomersPeopleAndToThePartners() throws Exception {
        invitations.relationship(partner, admin, PartnerType.ADVISOR);
        UUID id = requests.open(pupil);
        open(helpdesk, OWN + "/" + id)
                .andExpect(content()
                        .string(allOf(
                                containsString("value=\"" + admin.account()),
                                containsString("value=\"" + partner.account()),
                                not(containsString("value=\"" + pupil.account())))));
        send(helpdesk, OWN + "/" + id + "/assign", "person", partner.account().toString())
                .andExpect(status().is3xxRedirection());
        assertThat(mails(partner)).containsExactly("SupportOpened", "SupportAssigned");
        assertThat(mails(pupil)).containsExactly("SupportTaken");
        assertThat(trail("SupportAssigned"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("partner_id"))
                        .as("the partner reads that it was asked")
                        .isEqualTo(partner.tenant().value()));
        send(admin, OWN + "/" + id + "/assign", "person", admin.account().toString()) // from a page before that
                .andExpect(status().isConflict());
        send(
                        admin,
                        OWN + "/" + id + "/assign",
                        "person",
                        admin.account().toString(),
                        "shown",
                        partner.account().toString())
                .andExpect(status().is3xxRedirection());
        for (Actor nobody : List.of(pupil, tenants.partner())) {
            send(
                            admin,
                            OWN + "/" + id + "/assign",
                            "person",
                            nobody.account().toString(),
                            "shown",
                            admin.account().toString())
                    .andExpect(status().isUnprocessableContent());
        }
    }

    @Test
    void aPartnerDoesNotSeeWhoWorksForAnotherOne() throws Exception {
        invitations.relationship(partner, admin, PartnerType.ADVISOR);
        Actor other = tenants.partner();
        invitations.relationship(other, admin, PartnerType.GDAP);
        UUID id = requests.open(pupil);
        open(partner, onBehalf() + "/" + id)
                .andExpect(content()
                        .string(allOf(
                                containsString("value=\"" + helpdesk.account()),
                                not(containsString("value=\"" + other.account())))));
        send(
                        partner,
                        onBehalf() + "/" + id + "/assign",
                        "person",
                        other.account().toString())
                .andExpect(status().isUnprocessableContent());
        open(admin, OWN + "/" + id).andExpect(content().string(containsString("value=\"" + other.account())));
    }

    @Test
    void whoWritesToWhatWasClosedMeanwhileKeepsTheText() throws Exception {
        UUID id = requests.open(pupil);
        close(helpdesk, OWN, id).andExpect(status().is3xxRedirection());
        answer(pupil, OWN, id, "My long message")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("was closed while you were writing"),
                                containsString(">My long message</textarea>"),
                                containsString("The switch was off."),
                                containsString("name=\"closed\" value=\"true\""))));
        assertThat(statusOf(id)).isEqualTo("CLOSED");
        send(pupil, OWN + "/" + id + "/answer", "id", Ids.next().toString(), "message", "Still!", "closed", "true")
                .andExpect(status().is3xxRedirection());
        assertThat(statusOf(id)).isEqualTo("OPEN");
        assertThat(trail("SupportReopened")).hasSize(1);
    }

    @Test
    void whoClosesWhatWasAnsweredMeanwhileKeepsTheText() throws Exception {
        UUID id = requests.open(pupil);
        answer(pupil, OWN, id, "It is worse now.");
        send(helpdesk, OWN + "/" + id + "/close", "solution", "All is well", "steps", "1")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("Something happened in the request"),
                                containsString(">All is well</textarea>"),
                                containsString("name=\"steps\" value=\"2\""))));
        assertThat(statusOf(id)).isEqualTo("OPEN");
        close(pupil, OWN, id).andExpect(status().is3xxRedirection()); // solved by itself
        close(helpdesk, OWN, id).andExpect(status().isConflict());
    }

    @Test
    void afterTwoWeeksAnotherOneIsOpened() throws Exception {
        UUID id = requests.open(pupil);
        close(helpdesk, OWN, id);
        database.update("update service_request set closed_at = closed_at - interval '14' day where id = ?", id);
        open(pupil, OWN + "/" + id)
                .andExpect(content()
                        .string(allOf(
                                containsString("closed more than 14 days ago"), not(containsString("</textarea>")))));
        send(pupil, OWN + "/" + id + "/answer", "message", "Still!", "closed", "true")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(">Still!</textarea>")));
        assertThat(statusOf(id)).isEqualTo("CLOSED");
    }

    // who may not

    @Test
    void othersDoNotSeeIt() throws Exception {
        UUID id = requests.open(pupil);
        Actor classmate = tenants.colleague(admin);
        Actor elsewhere = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        for (Actor stranger : List.of(classmate, elsewhere)) {
            open(stranger, OWN + "/" + id).andExpect(status().isNotFound());
            answer(stranger, OWN, id, "Hello").andExpect(status().isNotFound());
            close(stranger, OWN, id).andExpect(status().isNotFound());
            send(
                            stranger,
                            OWN + "/" + id + "/assign",
                            "person",
                            stranger.account().toString())
                    .andExpect(status().isNotFound());
            open(stranger, OWN).andExpect(content().string(not(containsString("Nobody can print"))));
        }
        open(helpdesk, OWN).andExpect(content().string(containsString("Nobody can print")));
    }

    @Test
    void aReaderLooksAndDoesNothing() throws Exception {
        Actor reader = tenants.colleague(admin, AdminRole.GLOBAL_READER);
        UUID id = requests.open(pupil);
        open(reader, OWN + "/" + id)
                .andExpect(
                        content().string(allOf(containsString("Nobody can print"), not(containsString("<textarea")))));
        answer(reader, OWN, id, "Hello").andExpect(status().isForbidden());
        close(reader, OWN, id).andExpect(status().isForbidden());
        send(reader, OWN + "/" + id + "/assign", "person", helpdesk.account().toString())
                .andExpect(status().isForbidden());
        send(pupil, OWN + "/" + id + "/assign", "person", helpdesk.account().toString())
                .andExpect(status().isForbidden());
    }

    @Test
    void removedRolesStopAtTheVeryNextClickAndTheMailsToo() throws Exception {
        var relationship = invitations.relationship(partner, admin, PartnerType.ADVISOR);
        UUID id = requests.open(pupil);
        answer(partner, onBehalf(), id, "Is it on?").andExpect(status().is3xxRedirection());
        send(admin, "/settings/partner-relationships/" + partner.tenant() + "/" + relationship + "/remove-roles")
                .andExpect(status().is3xxRedirection());
        for (String page : List.of(onBehalf(), onBehalf() + "/new", onBehalf() + "/" + id)) {
            open(partner, page)
                    .andExpect(status().isConflict())
                    .andExpect(content().string(containsString("You cannot act for " + admin.tenantName())));
        }
        answer(partner, onBehalf(), id, "Hello").andExpect(status().isConflict());
        close(partner, onBehalf(), id).andExpect(status().isConflict());
        open(partner, "/partner/support-requests").andExpect(content().string(not(containsString("Nobody can print"))));
        for (Actor reader : List.of(admin, pupil)) {
            open(reader, OWN + "/" + id)
                    .andExpect(content().string(containsString("cannot handle requests here any more")));
        }
        open(pupil, OWN + "/" + id)
                .andExpect(content().string(containsString("Somebody else who handles requests takes it over.")));
        answer(pupil, OWN, id, "Yes.");
        assertThat(mails(partner)).containsExactly("SupportOpened");
        open(admin, OWN + "/" + id)
                .andExpect(content()
                        .string(allOf(
                                containsString("Waits to be taken"), containsString("If you answer, you take it."))));
        open(pupil, OWN + "/" + id).andExpect(content().string(not(containsString("If you answer, you take it."))));
        answer(admin, OWN, id, "I look after it now.").andExpect(status().is3xxRedirection());
        open(pupil, OWN + "/" + id).andExpect(content().string(containsString("Has taken the request")));
    }

    @Test
    void whatIsWithSomebodyWhoIsOutWaitsToBeTaken() throws Exception {
        invitations.relationship(partner, admin, PartnerType.ADVISOR);
        UUID id = requests.open(pupil);
        answer(partner, onBehalf(), id, "Is it on?").andExpect(status().is3xxRedirection());
        answer(pupil, OWN, id, "Yes.").andExpect(status().is3xxRedirection());
        open(admin, OWN).andExpect(content().string(containsString("Being handled")));
        tenants.disableAccount(partner.account());
        for (String page : List.of(OWN, OWN + "/" + id)) {
            open(admin, page)
                    .andExpect(content()
                            .string(allOf(containsString("Waits to be taken"), not(containsString("Being handled")))));
        }
        open(admin, OWN + "/" + id)
                .andExpect(content()
                        .string(allOf(
                                containsString(partner.name()),
                                containsString("until now:"),
                                containsString("If you answer, you take it."))));
        for (String list : List.of(OWN, OWN + ".csv")) {
            open(admin, list)
                    .andExpect(content()
                            .string(allOf(
                                    containsString("Waits to be taken"), not(containsString(partner.tenantName())))));
        }
    }

    @Test
    void thePartnersListNamesNobodyWhoIsOut() throws Exception {
        invitations.relationship(partner, admin, PartnerType.ADVISOR);
        Actor colleague = tenants.colleague(partner, AdminRole.ADMIN_AGENT);
        Actor called =
                tenants.called(colleague, "Robin Outis", "robin.outis", "partner" + colleague.account() + ".example");
        UUID id = requests.open(pupil);
        send(
                        partner,
                        onBehalf() + "/" + id + "/assign",
                        "person",
                        called.account().toString())
                .andExpect(status().is3xxRedirection());
        String list = "/partner/support-requests";
        open(partner, list)
                .andExpect(content().string(allOf(containsString("Being handled"), containsString("Robin Outis"))));
        tenants.disableAccount(called.account());
        open(partner, list)
                .andExpect(content()
                        .string(allOf(containsString("Waits to be taken"), not(containsString("Robin Outis")))));
        open(partner, onBehalf() + "/" + id).andExpect(content().string(containsString("Robin Outis")));
    }

    @Test
    void whatSomebodyAskedWhoIsOutWaitsForTheRequesterAndForSomebodyWhoReadsTheAnswer() throws Exception {
        invitations.relationship(partner, admin, PartnerType.ADVISOR);
        UUID id = requests.open(pupil);
        answer(partner, onBehalf(), id, "Is it on?").andExpect(status().is3xxRedirection());
        tenants.disableAccount(partner.account());
        open(admin, OWN)
                .andExpect(content()
                        .string(allOf(
                                containsString("Waits for the requester"),
                                containsString("Nobody yet"),
                                not(containsString(partner.tenantName())))));
        open(pupil, OWN).andExpect(content().string(containsString("It is your turn.")));
        for (Actor reader : List.of(admin, pupil)) {
            open(reader, OWN + "/" + id)
                    .andExpect(content()
                            .string(allOf(
                                    containsString("Until somebody takes the request, nobody is there to act on it."),
                                    containsString(partner.name() + " cannot handle requests here any more."))));
        }
        answer(pupil, OWN, id, "Yes.").andExpect(status().is3xxRedirection());
        open(admin, OWN + "?show=waiting").andExpect(content().string(containsString("Waits to be taken")));
        assertThat(mails(admin)).as("whoever may take it is told").endsWith("SupportAnswered");
    }

    @Test
    void whoLookedAfterWhatIsClosedStaysItsHistory() throws Exception {
        invitations.relationship(partner, admin, PartnerType.ADVISOR);
        UUID id = requests.open(pupil);
        answer(partner, onBehalf(), id, "It was off.").andExpect(status().is3xxRedirection());
        close(admin, OWN, id).andExpect(status().is3xxRedirection());
        tenants.disableAccount(partner.account());
        open(admin, OWN + "?show=closed").andExpect(content().string(containsString(partner.tenantName())));
    }

    @Test
    void whoeverIsSwitchedOffGetsNoMail() throws Exception {
        UUID id = requests.open(pupil);
        tenants.disableAccount(pupil.account());
        answer(helpdesk, OWN, id, "Is it on?");
        assertThat(mails(pupil)).isEmpty();
    }

    @Test
    void peopleDoWithoutTheMails() throws Exception {
        UUID id = requests.open(pupil);
        send(pupil, "/account/mails", "topics", "AGREEMENT").andExpect(status().is3xxRedirection());
        answer(helpdesk, OWN, id, "Is it on?");
        assertThat(mails(pupil)).isEmpty();
    }

    @Test
    void aRelationshipWithoutTheRoleGivesNothing() throws Exception {
        invitations.relationship(partner, admin, PartnerType.RESELLER);
        requests.open(pupil);
        open(partner, onBehalf()).andExpect(status().isConflict());
        open(partner, "/partner/support-requests")
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Nobody can print"))));
        open(tenants.colleague(partner, AdminRole.SALES_AGENT), "/partner/support-requests")
                .andExpect(status().isForbidden());
        open(tenants.partner(), onBehalf()).andExpect(status().isNotFound());
    }

    @Test
    void helpdeskAgentsSeeWhatTheirGroupsMay() throws Exception {
        invitations.relationship(partner, admin, PartnerType.ADVISOR);
        requests.open(pupil);
        Actor agent = tenants.colleague(partner, AdminRole.HELPDESK_AGENT);
        open(agent, "/partner/support-requests").andExpect(content().string(not(containsString("Nobody can print"))));
        open(agent, "/").andExpect(content().string(not(containsString("Service requests of customers that wait"))));
        open(partner, "/").andExpect(content().string(containsString("Service requests of customers that wait")));
    }

    // hostile input

    @ParameterizedTest
    @ValueSource(strings = {"", "two\nlines", "\u0000", "back\u202Ewards", "\uD800"})
    void aSubjectThatIsNoneKeepsTheRest(String subject) throws Exception {
        send(pupil, OWN + "/new", form(subject, "<script>alert(1)</script>"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("href=\"#subject\""),
                                containsString("&lt;script&gt;alert(1)&lt;/script&gt;"),
                                not(containsString("<script>alert")))));
    }

    @Test
    void nonsenseInEveryFieldIsSaidAndNothingIsWritten() throws Exception {
        String huge = "x".repeat(10_000_000);
        send(
                        pupil,
                        OWN + "/new",
                        "id",
                        "nonsense",
                        "subject",
                        huge,
                        "area",
                        "NONE",
                        "urgency",
                        "'; drop table service_request",
                        "description",
                        huge,
                        "language",
                        "fr")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("#subject"),
                                containsString("#area"),
                                containsString("#urgency"),
                                containsString("#description"),
                                containsString("#language"))));
        UUID id = requests.open(pupil);
        for (String text : List.of("", huge, "\u0000", new String(new byte[] {(byte) 0x83}, StandardCharsets.UTF_8))) {
            answer(pupil, OWN, id, text).andExpect(status().isUnprocessableContent());
            send(pupil, OWN + "/" + id + "/close", "solution", text, "steps", "1")
                    .andExpect(status().isUnprocessableContent());
        }
        send(helpdesk, OWN + "/" + id + "/assign", "person", "nonsense", "shown", "-1")
                .andExpect(status().isUnprocessableContent());
        assertThat(statusOf(id)).isEqualTo("OPEN");
        assertThat(database.queryForObject(
                        "select count(*) from service_request where customer_id = ?",
                        Long.class,
                        admin.tenant().value()))
                .isEqualTo(1);
    }

    @Test
    void whatIsCorrectedUnderTheSameFormIsKeptTooAndTheSameIsKeptOnce() throws Exception {
        String[] form = form("No mail", "It does not come.");
        UUID first = sent(pupil, OWN, form);
        assertThat(sent(pupil, OWN, form)).isEqualTo(first);
        form[9] = "It comes late.";
        UUID second = sent(pupil, OWN, form);
        assertThat(second).isNotEqualTo(first).isEqualTo(sent(pupil, OWN, form));
        open(pupil, OWN + "/" + second).andExpect(content().string(containsString("It comes late.")));
        String id = Ids.next().toString();
        for (String message : List.of("First", "Second", "First", "Second")) {
            send(pupil, OWN + "/" + first + "/answer", "id", id, "message", message)
                    .andExpect(status().is3xxRedirection());
        }
        assertThat(database.queryForList(
                        "select text from service_request_step where request_id = ? and kind = 'ANSWERED'"
                                + " order by place",
                        String.class,
                        first))
                .containsExactly("First", "Second");
    }

    @Test
    void anothersIdOpensNothingAndLosesNothing() throws Exception {
        UUID elsewhere = requests.open(tenants.customer());
        String[] form = form("No mail", "It does not come.");
        form[1] = elsewhere.toString();
        send(pupil, OWN + "/new", form)
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("href=\"" + OWN + "\">Back")));
        UUID id = requests.open(pupil);
        UUID step = database.queryForObject(
                "select id from service_request_step where request_id = ?", UUID.class, elsewhere);
        send(pupil, OWN + "/" + id + "/answer", "id", step.toString(), "message", "Mine")
                .andExpect(status().isConflict());
    }

    // lists

    @Test
    void theListIsNarrowedByTheAddressAndSurvivesNonsense() throws Exception {
        UUID id = requests.open(pupil);
        String reference =
                database.queryForObject("select reference from service_request where id = ?", String.class, id);
        for (String shown : List.of("?q=" + reference, "?q=PRINT", "?show=waiting", "?show=all", "")) {
            open(admin, OWN + shown).andExpect(content().string(containsString("Nobody can print")));
        }
        open(pupil, OWN + "?show=mine").andExpect(content().string(containsString("Nobody can print")));
        for (String hidden : List.of("?q=mail", "?show=mine", "?show=closed")) {
            open(admin, OWN + hidden).andExpect(content().string(not(containsString("Nobody can print"))));
        }
        for (String after : List.of("-1", "nonsense_nonsense", "2026-01-01T00:00:00Z_", "_")) {
            open(admin, OWN + "?show=nonsense&q=%25%00!_<script>&after=" + after)
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("<script>"))));
        }
        open(admin, OWN + "?show=closed").andExpect(content().string(not(containsString("list-foot"))));
        open(pupil, "/partner/support-requests").andExpect(status().isForbidden());
    }

    @Test
    void theFileHoldsWhatTheListShows() throws Exception {
        requests.open(requests.own(pupil), "=1+1");
        requests.open(admin);
        String file = browser.perform(get(OWN + ".csv").with(SignedIn.as(admin)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(file.lines()).hasSize(3);
        assertThat(file).startsWith("\uFEFFReference").contains("'=1+1", "Nobody can print", "Waits to be taken");
        String own = browser.perform(get(OWN + ".csv?q=print").with(SignedIn.as(pupil)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(own.lines()).hasSize(1);
    }

    @Test
    void theStartPageSaysWhatWaits() throws Exception {
        UUID id = requests.open(pupil);
        open(helpdesk, "/").andExpect(content().string(containsString("Service requests that wait to be handled: 1")));
        open(pupil, "/").andExpect(content().string(not(containsString("Service requests that wait"))));
        answer(helpdesk, OWN, id, "Is it on?");
        open(helpdesk, "/").andExpect(content().string(not(containsString("Service requests that wait"))));
        open(pupil, "/").andExpect(content().string(containsString("Service requests that wait for your answer: 1")));
    }

    @Test
    void thePagesSpeakJapanese() throws Exception {
        UUID id = requests.open(pupil);
        for (String page : List.of(OWN, OWN + "/new", OWN + "/" + id, OWN + "/" + id + "/close")) {
            database.update("update account set language = 'ja' where id = ?", admin.account());
            browser.perform(get(page).with(SignedIn.as(admin)).locale(Locale.JAPANESE))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("リクエスト")));
        }
    }
}
