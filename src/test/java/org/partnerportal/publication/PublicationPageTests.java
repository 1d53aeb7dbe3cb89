package org.partnerportal.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.partnerportal.publication.PublicationFixture.name;
import static org.partnerportal.publication.PublicationFixture.pdf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerportal.TestClock;
import org.partnerportal.agreement.AgreementService;
import org.partnerportal.agreement.AgreementTest;
import org.partnerportal.agreement.Place;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.security.SignedIn;
import org.partnerportal.shared.Ids;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

/** The operator's way from a form to a version that is in force, and what the customers see of it. */
@AgreementTest
class PublicationPageTests {

    private static final String LIST = "/operator/agreements";

    @Autowired
    private MockMvc browser;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private InvitationFixture invitations;

    @Autowired
    private AgreementService agreements;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcTemplate database;

    private Actor operator;

    @BeforeEach
    void operator() {
        operator = tenants.operator();
    }

    @Test
    void aFileThatIsTooLargeIsToldOnTheForm() throws Exception {
        browser.perform(get(LIST + "/new?too-large=true").with(SignedIn.as(operator)))
                .andExpect(status().isContentTooLarge())
                .andExpect(content().string(containsString("larger than 26 MB")));
    }

    @AfterEach
    void tidyUp() {
        clock.reset();
        database.update("update agreement set effective_at = published_at where effective_at > published_at");
        database.update("update agreement_announcement set open_key = null");
    }

    private ResultActions open(Actor person, String address) throws Exception {
        return browser.perform(get(address).with(SignedIn.since(person, clock.instant())));
    }

    private MockMultipartHttpServletRequestBuilder form(String address, String name) {
        MockMultipartHttpServletRequestBuilder form = multipart(address);
        form.param("id", Ids.next().toString())
                .param("revision", "0")
                .param("name", name)
                .param("effectiveOn", "")
                .param("enKind", "TEXT")
                .param("enText", "# Terms of " + name)
                .param("jaKind", "TEXT")
                .param("jaText", "# 条項 " + name);
        return form;
    }

    private ResultActions send(MockMultipartHttpServletRequestBuilder form) throws Exception {
        return browser.perform(
                form.with(SignedIn.since(operator, clock.instant())).with(csrf()));
    }

    private UUID draft(String name) throws Exception {
        return draft(form(LIST + "/new", name));
    }

    private UUID draft(MockMultipartHttpServletRequestBuilder form) throws Exception {
        String address = send(form)
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
    }

    private ResultActions publish(UUID id, String revision) throws Exception {
        return browser.perform(post(LIST + "/" + id + "/publish")
                .param("revision", revision)
                .param("confirmed", "true")
                .with(SignedIn.since(operator, clock.instant()))
                .with(csrf()));
    }

    private static MockMultipartFile file(String field, byte[] content) {
        return new MockMultipartFile(field, "terms.pdf", "application/pdf", content);
    }

    @Test
    void nobodyElseFindsAnyOfThesePages() throws Exception {
        UUID id = draft(name());
        Actor partner = tenants.partner();
        Actor customer = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        for (Actor other : new Actor[] {partner, customer}) {
            for (String page : new String[] {"", "/new", "/" + id, "/" + id + "/edit", "/" + id + "/acceptances"}) {
                open(other, LIST + page).andExpect(status().isNotFound());
            }
            open(other, "/").andExpect(content().string(not(containsString(LIST))));
        }
        open(operator, "/").andExpect(content().string(containsString("href=\"" + LIST + "\"")));
    }

    @Test
    void aDraftIsPreviewedAsCustomersSeeItAndPublishedWithNoWayBack() throws Exception {
        String name = name();
        UUID id = draft(name);
        open(operator, LIST + "/" + id)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<h1>Terms of " + name + "</h1>")))
                .andExpect(content().string(containsString("<h1>条項 " + name + "</h1>")))
                .andExpect(content().string(containsString("can never be changed")));
        open(operator, LIST).andExpect(content().string(containsString(name)));
        open(tenants.customer(), "/billing/agreement/text")
                .andExpect(content().string(not(containsString("Terms of " + name))));

        browser.perform(post(LIST + "/" + id + "/publish")
                        .param("revision", "0")
                        .with(SignedIn.as(operator))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Tick that you have read both languages")));
        publish(id, "0").andExpect(redirectedUrl(LIST + "/" + id));

        open(operator, LIST + "/" + id)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("In force")))
                .andExpect(content().string(containsString("<h1>Terms of " + name + "</h1>")));
        open(tenants.customer(), "/billing/agreement/text")
                .andExpect(content().string(containsString("<h1>Terms of " + name + "</h1>")));
        for (String page : new String[] {"/edit", "/delete"}) {
            open(operator, LIST + "/" + id + page).andExpect(status().isNotFound());
        }
        send(form(LIST + "/" + id + "/edit", "another")).andExpect(status().isNotFound());
        browser.perform(post(LIST + "/" + id + "/delete")
                        .with(SignedIn.as(operator))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(agreements.current(Locale.ENGLISH).name())
                .as("deleting is for drafts only")
                .isEqualTo(name);
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndNothingIsKept() throws Exception {
        MockMultipartHttpServletRequestBuilder form = multipart(LIST + "/new");
        form.param("id", Ids.next().toString()).param("effectiveOn", "tomorrow").param("enKind", "TEXT");
        form.param("jaKind", "PDF");
        send(form)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("href=\"#name\"")))
                .andExpect(content().string(containsString("href=\"#effectiveOn\"")))
                .andExpect(content().string(containsString("href=\"#enText\"")))
                .andExpect(content().string(containsString("href=\"#jaFile\"")));
        assertThat(database.queryForObject("select count(*) from agreement_draft where name = ''", Long.class))
                .isZero();
    }

    @Test
    void aDateThatIsOverIsRefusedAndTodayIsOver() throws Exception {
        String today = LocalDate.ofInstant(clock.instant(), operator.zone()).toString();
        send((MockMultipartHttpServletRequestBuilder) multipart(LIST + "/new")
                        .param("name", name())
                        .param("effectiveOn", today)
                        .param("enText", "Terms")
                        .param("jaText", "条項"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("The effective date is over")));
    }

    @Test
    void aDateBeginsAtMidnightWhereTheOperatorLivesAndADraftThatWaitedTooLongIsNotPublished() throws Exception {
        LocalDate day = LocalDate.ofInstant(clock.instant(), operator.zone()).plusDays(2);
        UUID id = draft((MockMultipartHttpServletRequestBuilder) multipart(LIST + "/new")
                .param("id", Ids.next().toString())
                .param("name", name())
                .param("effectiveOn", day.toString())
                .param("enText", "Terms")
                .param("jaText", "条項"));
        assertThat(database.queryForObject(
                                "select effective_at from agreement_draft where id = ?", OffsetDateTime.class, id)
                        .toInstant())
                .isEqualTo(day.atStartOfDay(operator.zone()).toInstant());
        open(operator, LIST + "/" + id + "/edit").andExpect(content().string(containsString("value=\"" + day + "\"")));

        clock.advance(Duration.ofDays(3));
        open(operator, LIST + "/" + id)
                .andExpect(content().string(containsString("This draft cannot be published yet")))
                .andExpect(content().string(containsString("The effective date is over")));
        publish(id, "0").andExpect(status().isUnprocessableContent());
        assertThat(database.queryForObject("select count(*) from agreement where id = ?", Long.class, id))
                .isZero();
    }

    @Test
    void whoeverPublishesWhatAColleagueHasChangedIsToldToLookAgain() throws Exception {
        String name = name();
        UUID id = draft(name);
        MockMultipartHttpServletRequestBuilder change = form(LIST + "/" + id + "/edit", name + "b");
        send(change).andExpect(redirectedUrl(LIST + "/" + id));

        publish(id, "0")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Somebody changed the draft")));
        send(form(LIST + "/" + id + "/edit", name + "c"))
                .andExpect(status().isConflict()); // it began with the first revision, too
        send(form(LIST + "/" + id + "/edit", name + "b")).andExpect(status().is3xxRedirection());
    }

    @Test
    void aPdfIsTakenByWhatItIsKeptThroughErrorsAndGivenOutSafely() throws Exception {
        byte[] pdf = pdf(4);
        String name = name();
        String page = send(multipart(LIST + "/new")
                        .file(file("jaFile", pdf))
                        .file(file("enFile", "<html><script>".getBytes()))
                        .param("id", Ids.next().toString())
                        .param("name", name)
                        .param("enKind", "PDF")
                        .param("jaKind", "PDF"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("The file is no PDF that everybody can open")))
                .andExpect(content().string(containsString("A PDF is kept")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        Matcher stored =
                Pattern.compile("name=\"jaStored\" value=\"(\\w{64})\"").matcher(page);
        assertThat(stored.find()).isTrue();

        UUID id = draft((MockMultipartHttpServletRequestBuilder) multipart(LIST + "/new")
                .param("id", Ids.next().toString())
                .param("name", name)
                .param("enText", "Terms")
                .param("jaKind", "PDF")
                .param("jaStored", stored.group(1)));
        open(operator, LIST + "/" + id + "/ja/pdf").andExpect(content().bytes(pdf));
        publish(id, "0").andExpect(redirectedUrl(LIST + "/" + id));

        Actor customer = tenants.customer();
        String version = "/billing/agreement/versions/" + id;
        open(customer, version + "/ja")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("This version of the agreement is a PDF")))
                .andExpect(content().string(containsString(stored.group(1))));
        open(customer, version + "/ja/pdf")
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/pdf"))
                .andExpect(header().string("Content-Disposition", startsWith("attachment; filename=\"agreement-v")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Security-Policy", containsString("sandbox")))
                .andExpect(content().bytes(pdf));
        open(customer, version + "/en/pdf").andExpect(status().isNotFound());
        open(customer, version + "/fr").andExpect(status().isNotFound());
        open(operator, LIST + "/" + id + "/ja/pdf").andExpect(content().bytes(pdf));
        open(operator, LIST + "/" + id + "/x/pdf").andExpect(status().isNotFound());
    }

    @Test
    void aFileThatIsTooLargeIsSaidAtItsField() throws Exception {
        byte[] large = new byte[PublicationRules.LARGEST_FILE + 1];
        System.arraycopy("%PDF-".getBytes(), 0, large, 0, 5);
        send(multipart(LIST + "/new")
                        .file(file("enFile", large))
                        .param("name", name())
                        .param("enKind", "PDF")
                        .param("jaText", "条項"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("larger than 5 MB")))
                .andExpect(content().string(containsString("href=\"#enFile\"")));
    }

    @Test
    void aVersionWhoseDateIsToComeIsTheOperatorsOnly() throws Exception {
        LocalDate day = LocalDate.ofInstant(clock.instant(), operator.zone()).plusDays(2);
        UUID id = draft((MockMultipartHttpServletRequestBuilder) multipart(LIST + "/new")
                .param("id", Ids.next().toString())
                .param("name", name())
                .param("effectiveOn", day.toString())
                .param("enText", "Terms to come")
                .param("jaText", "条項"));
        publish(id, "0").andExpect(status().is3xxRedirection());

        open(operator, LIST + "/" + id).andExpect(content().string(containsString("Scheduled")));
        open(tenants.customer(), "/billing/agreement/versions/" + id + "/en").andExpect(status().isNotFound());
        clock.advance(Duration.ofDays(3));
        open(tenants.customer(), "/billing/agreement/versions/" + id + "/en").andExpect(status().isOk());
    }

    @Test
    void customersAreAskedToAcceptAgainOnTheStartPageAndKeepTheirRecords() throws Exception {
        Actor customer = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        invitations.relationship(tenants.partner(), customer, PartnerType.RESELLER);
        var first = agreements.records(customer.tenant()).get(0);
        open(customer, "/").andExpect(content().string(not(containsString("accept again"))));

        String name = name();
        publish(draft(name), "0");

        open(customer, "/")
                .andExpect(content().string(containsString("A new version is in force: accept again")))
                .andExpect(content().string(containsString("Your existing subscriptions go on")));
        open(customer, "/billing/agreement")
                .andExpect(content().string(containsString("Version " + name)))
                .andExpect(content().string(containsString(first.agreement())))
                .andExpect(content().string(containsString("/billing/agreement/records/" + first.id() + "/pdf")));
        open(customer, "/billing/agreement/records/" + first.id())
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(first.reference())))
                .andExpect(content().string(containsString(first.sha256())));
        open(customer, "/billing/agreement/versions/" + first.agreementId() + "/" + first.language())
                .andExpect(status().isOk());
        open(customer, "/billing/agreement/records/" + first.id() + "/pdf")
                .andExpect(header().string("Content-Type", "application/pdf"))
                .andExpect(header().string(
                                "Content-Disposition",
                                "attachment; filename=\"agreement-record-" + first.reference() + ".pdf\""))
                .andExpect(content().string(startsWith("%PDF-")));
    }

    @Test
    void thePageOfAcceptancesAndItsCsvShowTheSame() throws Exception {
        UUID id = draft(name());
        publish(id, "0");
        Actor customer = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        agreements.accept(customer, id, "ja", true, Place.AGREEMENT_PAGE, InvitationFixture.ORIGIN);
        var record = agreements.accepted(customer.tenant()).orElseThrow();

        open(operator, LIST + "/" + id + "/acceptances")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(record.reference())))
                .andExpect(content().string(containsString(customer.tenantName())))
                .andExpect(content().string(containsString("1 customer")));
        open(operator, LIST + "/" + id + "/acceptances?q=nobodyhere")
                .andExpect(content().string(containsString("Nothing matches")));
        String csv = open(operator, LIST + "/" + id + "/acceptances.csv")
                .andExpect(header().string("Content-Type", "text/csv; charset=UTF-8"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(csv.lines())
                .hasSize(2)
                .last()
                .asString()
                .contains(record.reference(), customer.tenantName(), record.sha256(), customer.email(), "Japanese");
    }

    @Test
    void acceptanceIsDemandedAgainAfterAQuestion() throws Exception {
        UUID id = draft(name());
        publish(id, "0");
        database.update(
                "update agreement_announcement set open_key = null, finished_at = due_at where agreement_id = ?", id);
        open(operator, LIST + "/" + id).andExpect(content().string(containsString("told within the last 24 hours")));
        clock.advance(Duration.ofDays(2));
        open(operator, LIST + "/" + id + "/demand").andExpect(content().string(containsString("gets another mail")));
        browser.perform(post(LIST + "/" + id + "/demand")
                        .with(SignedIn.since(operator, clock.instant()))
                        .with(csrf()))
                .andExpect(redirectedUrl(LIST + "/" + id));
        open(operator, LIST + "/" + id)
                .andExpect(content().string(containsString("not finished, 0 told so far")))
                .andExpect(content().string(containsString("being told just now")));
    }

    @Test
    void whatMakesNoSenseIsNoFault() throws Exception {
        for (var field : Map.of("id", "x", "revision", "y", "enStored", "'", "effectiveOn", "9999999999-01-01")
                .entrySet()) {
            MockMultipartHttpServletRequestBuilder form = multipart(LIST + "/new");
            form.param("name", "\u0000").param("enKind", "PDF").param(field.getKey(), field.getValue());
            send(form).andExpect(status().isUnprocessableContent());
        }
        publish(draft(name()), "").andExpect(status().isConflict());
    }
}
