package org.partnerportal.accessreview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.partnerportal.PortalTest;
import org.partnerportal.TestClock;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.RelationshipService;
import org.partnerportal.security.SignedIn;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Start page > Access review > keep or remove > Sign and finish > downloads, and why it is refused. */
@PortalTest
class AccessReviewPageTests {

    private static final String LIST = "/settings/access-reviews";

    @Autowired
    private MockMvc browser;

    @Autowired
    private AccessReviewService reviews;

    @Autowired
    private RelationshipService relationships;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private InvitationFixture invitations;

    @Autowired
    private MessageSource messages;

    @Autowired
    private TestClock clock;

    private Actor partner;
    private Actor customer;
    private UUID relationship;

    @BeforeEach
    void people() {
        partner = tenants.partner("=HYPERLINK(\"http://evil.example\")");
        customer = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        relationship = invitations.relationship(partner, customer, PartnerType.PARTNER);
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private String address(AccessReviewView review) {
        return LIST + "/" + review.id();
    }

    private AccessReviewView start() {
        return reviews.one(customer, reviews.start(customer));
    }

    /** The form as a browser sends it, with the same choice in every row. */
    private MockHttpServletRequestBuilder form(AccessReviewView review, Actor person, String choice) {
        MockHttpServletRequestBuilder form = post(address(review))
                .with(SignedIn.since(person, clock.instant()))
                .with(csrf());
        review.grants().forEach(grant -> {
            form.param("shown", grant.key().toString());
            if (!choice.isEmpty()) {
                form.param(AccessReviewForm.field(grant.key()), choice);
            }
        });
        return form;
    }

    private MockHttpServletRequestBuilder page(String address, Actor person) {
        return get(address).with(SignedIn.since(person, clock.instant()));
    }

    private boolean isOpen(AccessReviewView review) {
        return reviews.one(customer, review.id()).isOpen();
    }

    @Test
    void fromTheEmptyListToTheSignedRecord() throws Exception {
        browser.perform(page(LIST, customer))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("No access review yet")))
                .andExpect(content().string(containsString("The first one opens by itself on")));
        browser.perform(post(LIST).with(SignedIn.as(customer)).with(csrf())).andExpect(status().is3xxRedirection());
        AccessReviewView review =
                reviews.one(customer, reviews.waiting(customer).orElseThrow().id());
        browser.perform(page("/", customer))
                .andExpect(content().string(containsString("Access review due by")))
                .andExpect(content().string(containsString(address(review))));
        browser.perform(page(LIST, customer))
                .andExpect(content().string(containsString("Due by")))
                .andExpect(content().string(not(containsString("Review now"))));
        browser.perform(page(address(review), customer))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("User Administrator")))
                .andExpect(content().string(containsString("Manages people, groups and licenses")))
                .andExpect(content().string(containsString("Privileged")))
                .andExpect(content().string(containsString("never used")))
                .andExpect(content().string(containsString("no end date")))
                .andExpect(content().string(not(containsString("checked"))));

        browser.perform(form(review, customer, "KEPT").param("signed", "true"))
                .andExpect(redirectedUrl(address(review)))
                .andExpect(flash().attribute("success", "review.finished.done"));
        browser.perform(form(review, customer, "REMOVED").param("signed", "true"))
                .andExpect(redirectedUrl(address(review)))
                .andExpect(flash().attribute("success", "review.finished.done")); // the second click of two

        browser.perform(page(address(review), customer))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(review.reference())))
                .andExpect(content().string(containsString(customer.email())))
                .andExpect(content().string(containsString("Finished")));
        browser.perform(page(LIST, customer)).andExpect(content().string(containsString(review.reference())));
        browser.perform(page("/", customer)).andExpect(content().string(not(containsString("Access review due"))));
        browser.perform(page(address(review) + "/record", customer))
                .andExpect(status().isOk())
                .andExpect(header().string(
                                "Content-Disposition",
                                "attachment; filename=\"access-review-" + review.reference() + ".html\""))
                .andExpect(content().string(containsString(review.reference())))
                .andExpect(content().string(containsString("(Europe/London)")))
                .andExpect(content().string(containsString(customer.tenantName())))
                .andExpect(content().string(containsString(InvitationFixture.USER_ADMINISTRATOR)));
        assertThat(relationships.rolesInForce(customer.tenant(), partner.tenant()))
                .containsKey(relationship);
    }

    @Test
    void theCsvIsGuardedMarkedAndWholeBeforeAndAfterTheSignature() throws Exception {
        AccessReviewView review = start();
        String open = csv(review);
        assertThat(open).startsWith("\uFEFFReference number,Partner,").contains("\r\n");
        assertThat(open.lines()).hasSize(3);
        assertThat(open).contains(",\"'=HYPERLINK(\"\"http://evil.example\"\")\",");
        assertThat(open)
                .contains("User Administrator," + InvitationFixture.USER_ADMINISTRATOR + ",yes,no end date,no,");

        browser.perform(form(review, customer, "REMOVED")
                        .param("note", "@SUM(1), it’s \"done\"")
                        .param("signed", "true"))
                .andExpect(status().is3xxRedirection());
        String finished = csv(review);
        assertThat(finished.lines()).hasSize(3);
        assertThat(finished)
                .contains(",Removed,ben," + customer.email() + ",")
                .contains(",\"'@SUM(1), it’s \"\"done\"\"\"\r\n");
    }

    private String csv(AccessReviewView review) throws Exception {
        return browser.perform(page(address(review) + "/csv", customer))
                .andExpect(status().isOk())
                .andExpect(content().contentType("text/csv;charset=UTF-8"))
                .andExpect(header().string(
                                "Content-Disposition",
                                "attachment; filename=\"access-review-" + review.reference() + ".csv\""))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void anOpenReviewHasNoRecordYet() throws Exception {
        AccessReviewView review = start();
        browser.perform(page(address(review) + "/record", customer)).andExpect(status().isNotFound());
    }

    // refusals

    @Test
    void aMissingAnswerNamesItsRowAndTheInputIsKept() throws Exception {
        AccessReviewView review = start();
        GrantKey answered = review.grants().get(0).key();
        GrantKey missing = review.grants().get(1).key();
        browser.perform(form(review, customer, "")
                        .param(AccessReviewForm.field(answered), "REMOVED")
                        .param("note", "half done"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("<title>Error: ")))
                .andExpect(content().string(containsString("There is a problem")))
                .andExpect(content().string(containsString("href=\"#decisions[" + missing + "]\"")))
                .andExpect(content().string(not(containsString("href=\"#decisions[" + answered + "]\""))))
                .andExpect(content().string(containsString("Service Support Administrator of =HYPERLINK")))
                .andExpect(content().string(containsString("Tick the box with your name")))
                .andExpect(content().string(containsString("value=\"REMOVED\" checked=\"checked\"")))
                .andExpect(content().string(containsString("half done")));
        assertThat(isOpen(review)).isTrue();
    }

    @Test
    void newAccessSendsBackToThePageWithTheInput() throws Exception {
        AccessReviewView review = start();
        Actor other = tenants.partner("Newcomer");
        invitations.relationship(other, customer, PartnerType.GDAP);
        browser.perform(form(review, customer, "REMOVED").param("signed", "true"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("New access was granted while you reviewed")))
                .andExpect(content().string(containsString("Newcomer")))
                .andExpect(content().string(containsString("Granted while you reviewed")))
                .andExpect(content().string(containsString("value=\"REMOVED\" checked=\"checked\"")));
        assertThat(isOpen(review)).isTrue();
        assertThat(relationships.rolesInForce(customer.tenant(), partner.tenant()))
                .containsKey(relationship);
    }

    @Test
    void nothingButKeepAndRemoveIsAnAnswer() throws Exception {
        AccessReviewView review = start();
        for (String nonsense : List.of("GONE", "MAYBE", "KEPT,REMOVED", "\u0000", "<script>", "1")) {
            browser.perform(form(review, customer, nonsense).param("signed", "true"))
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(content().string(containsString("choose “Keep” or “Remove”")))
                    .andExpect(content().string(not(containsString("<script>" + "</"))));
        }
        MockHttpServletRequestBuilder both = form(review, customer, "KEPT").param("signed", "true");
        review.grants().forEach(grant -> both.param(AccessReviewForm.field(grant.key()), "REMOVED"));
        browser.perform(both).andExpect(status().isUnprocessableContent());
        assertThat(isOpen(review)).isTrue();
    }

    @Test
    void rowsThatAreLeftOutAreNewToThePage() throws Exception {
        AccessReviewView review = start();
        browser.perform(post(address(review)).with(SignedIn.as(customer)).with(csrf()))
                .andExpect(status().isConflict());
        browser.perform(post(address(review))
                        .with(SignedIn.as(customer))
                        .with(csrf())
                        .param("signed", "true")
                        .param("shown", "x", "decisions[", "_", "")
                        .param("decisions[", "KEPT")
                        .param("decisions[]", "KEPT")
                        .param("decisions", "KEPT"))
                .andExpect(status().isConflict());
        assertThat(isOpen(review)).isTrue();
    }

    @Test
    void anotherOrganisationsRelationshipIsNotFoundAndNothingIsSigned() throws Exception {
        Actor stranger = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        UUID foreign = invitations.relationship(partner, stranger, PartnerType.PARTNER);
        AccessReviewView review = start();
        var planted = new GrantKey(foreign, InvitationFixture.USER_ADMINISTRATOR);
        browser.perform(form(review, customer, "KEPT")
                        .param("signed", "true")
                        .param("shown", planted.toString())
                        .param(AccessReviewForm.field(planted), "REMOVED"))
                .andExpect(status().isNotFound());
        assertThat(isOpen(review)).isTrue();
        assertThat(relationships.rolesInForce(stranger.tenant(), partner.tenant()))
                .containsKey(foreign);
    }

    @Test
    void aNoteThatIsTooLongOrMisleadsIsRefused() throws Exception {
        AccessReviewView review = start();
        browser.perform(noted(review, "n".repeat(501)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("at most 500 characters.</a>")));
        browser.perform(noted(review, "one\r\ntwo"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("The note is one paragraph")));
        assertThat(isOpen(review)).isTrue();
        browser.perform(noted(review, "<b>" + "n".repeat(497))).andExpect(status().is3xxRedirection());
        browser.perform(page(address(review), customer)).andExpect(content().string(containsString("&lt;b&gt;nnn")));
    }

    private MockHttpServletRequestBuilder noted(AccessReviewView review, String note) {
        MockHttpServletRequestBuilder form = post(address(review))
                .with(SignedIn.as(customer))
                .with(csrf())
                .param("note", note)
                .param("signed", "true");
        review.grants()
                .forEach(grant ->
                        form.param("shown", grant.key().toString()).param(AccessReviewForm.field(grant.key()), "KEPT"));
        return form;
    }

    @Test
    void theOneWhoComesLaterIsToldWhoSigned() throws Exception {
        Actor colleague = tenants.colleague(customer, AdminRole.GLOBAL_ADMINISTRATOR);
        AccessReviewView review = start();
        browser.perform(form(review, customer, "KEPT").param("signed", "true"))
                .andExpect(flash().attribute("success", "review.finished.done"));
        Cookie session = browser.perform(form(review, colleague, "REMOVED").param("signed", "true"))
                .andExpect(redirectedUrl(address(review)))
                .andReturn()
                .getResponse()
                .getCookie("session");
        browser.perform(page(address(review), colleague).cookie(session))
                .andExpect(content().string(containsString("A colleague was faster")))
                .andExpect(content().string(containsString("ben has signed this review on")));
    }

    @ParameterizedTest
    @EnumSource(names = {"GLOBAL_READER", "CUSTOMER_DELEGATED_ADMIN_RELATIONSHIP_ADMINISTRATOR"})
    void whoMayOnlyReadSeesWhoCanSign(AdminRole role) throws Exception {
        AccessReviewView review = start();
        Actor reader = tenants.colleague(customer, role);
        browser.perform(page(address(review), reader))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("User Administrator")))
                .andExpect(content().string(containsString(customer.email())))
                .andExpect(content().string(not(containsString("Sign and finish"))))
                .andExpect(content().string(not(containsString("type=\"radio\""))));
        browser.perform(form(review, reader, "REMOVED").param("signed", "true")).andExpect(status().isForbidden());
        assertThat(isOpen(review)).isTrue();
        reviews.finish(customer, review.id(), AccessReviewFixture.all(review, Decision.KEPT));
        browser.perform(page(LIST, reader))
                .andExpect(content().string(containsString(customer.email())))
                .andExpect(content().string(not(containsString("Review now"))));
        browser.perform(post(LIST).with(SignedIn.as(reader)).with(csrf())).andExpect(status().isForbidden());
    }

    @Test
    void whoMayNotReadIsToldWhoMay() throws Exception {
        AccessReviewView review = start();
        Actor user = tenants.colleague(customer);
        for (String address : List.of(LIST, address(review), address(review) + "/csv", address(review) + "/record")) {
            browser.perform(page(address, user))
                    .andExpect(status().isForbidden())
                    .andExpect(content().string(containsString("Global Readers")));
        }
        browser.perform(page("/", user)).andExpect(content().string(not(containsString("Access review"))));
    }

    @Test
    void anotherOrganisationsReviewIsNotFound() throws Exception {
        AccessReviewView review = start();
        Actor stranger = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        for (String address : List.of(address(review), address(review) + "/csv", address(review) + "/record")) {
            browser.perform(page(address, stranger)).andExpect(status().isNotFound());
        }
        browser.perform(form(review, stranger, "KEPT").param("signed", "true")).andExpect(status().isNotFound());
    }

    @Test
    void whoHasNothingToReviewIsToldSo() throws Exception {
        Actor stranger = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        browser.perform(page(LIST, stranger))
                .andExpect(content().string(containsString("some time after a partner got access")))
                .andExpect(content().string(containsString("No partner holds any role")));
        browser.perform(post(LIST).with(SignedIn.as(stranger)).with(csrf())).andExpect(status().isConflict());
    }

    @Test
    void overdueIsVisibleOnTheStartPageTheListAndTheReview() throws Exception {
        AccessReviewView review = start();
        clock.advance(Duration.ofDays(14));
        browser.perform(page("/", customer)).andExpect(content().string(containsString("Access review overdue since")));
        for (String address : List.of(LIST, address(review))) {
            browser.perform(page(address, customer)).andExpect(content().string(containsString("Overdue since")));
        }
    }

    @Test
    void theHistoryTellsOfBothSteps() throws Exception {
        AccessReviewView review = start();
        reviews.finish(customer, review.id(), AccessReviewFixture.all(review, Decision.REMOVED));
        browser.perform(page("/settings/history", customer))
                .andExpect(content().string(containsString("<strong>Access review opened")))
                .andExpect(content().string(containsString("<strong>Access review signed and finished")))
                .andExpect(content().string(containsString("Number of roles removed: 2")))
                .andExpect(content().string(containsString("Reference: " + review.reference())));
        browser.perform(page("/settings/history", partner))
                .andExpect(content().string(not(containsString("<strong>Access review signed"))));
    }

    @Test
    void everyDecisionHasALabel() {
        for (Decision decision : Decision.values()) {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
                assertThat(messages.getMessage("Decision." + decision, null, locale))
                        .isNotBlank();
            }
        }
    }
}
