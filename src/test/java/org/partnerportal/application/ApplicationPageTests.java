package org.partnerportal.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnerportal.PortalTest;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.RelationshipService;
import org.partnerportal.security.SignedIn;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.Secrets;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Apps from the partner's entry to the download by the customer's people, and who may not do and see what. */
@PortalTest
class ApplicationPageTests {

    private static final String MADE = "/partner/applications";
    private static final String OWN = "/applications";
    private static final byte[] ARCHIVE = ApplicationFixture.archive(2 * 1024 * 1024 + 5);

    @Autowired
    private MockMvc browser;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private InvitationFixture invitations;

    @Autowired
    private ApplicationFixture fixture;

    @Autowired
    private RelationshipService relationships;

    @Autowired
    private JdbcTemplate database;

    private Actor partner;
    private Actor admin;
    private Actor person;
    private UUID relationship;

    @BeforeEach
    void partnerAndSchool() {
        partner = tenants.partner();
        admin = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        person = tenants.colleague(admin);
        relationship = invitations.relationship(partner, admin, PartnerType.LINE_OF_BUSINESS);
    }

    private ResultActions open(Actor who, String page) throws Exception {
        return browser.perform(get(page).with(SignedIn.as(who)));
    }

    private ResultActions send(Actor who, String page, String... fields) throws Exception {
        var request = post(page).with(SignedIn.as(who)).with(csrf());
        for (int at = 0; at < fields.length; at += 2) {
            request.param(fields[at], fields[at + 1]);
        }
        return browser.perform(request);
    }

    private ResultActions upload(Actor who, UUID application, String number, String name, byte[] bytes)
            throws Exception {
        return browser.perform(multipart(MADE + "/" + application + "/versions/new")
                .file(new MockMultipartFile("file", name, "text/html", bytes))
                .param("version", Ids.next().toString())
                .param("number", number)
                .param("notes", "What is new")
                .with(SignedIn.as(who))
                .with(csrf()));
    }

    private static String page(String list, UUID application, UUID version) {
        return list + "/" + application + "/versions/" + version;
    }

    private void end() {
        relationships.end(admin, partner.tenant(), relationship);
    }

    private List<Map<String, Object>> trail(String kind) {
        return database.queryForList(
                "select person_name, customer_id, details from trail_entry where kind = ? and partner_id = ?",
                kind,
                partner.tenant().value());
    }

    private List<String> mailed(Actor to) {
        return database.queryForList(
                "select kind from mail where recipient = ? and kind like 'Application%' order by queued_at",
                String.class, to.email());
    }

    private long versions(UUID application) {
        return database.queryForObject(
                "select count(*) from application_version where application_id = ?", Long.class, application);
    }

    private long files() {
        return database.queryForObject("select count(distinct file_id) from application_chunk", Long.class);
    }

    // the way through

    @Test
    void anAppGoesFromItsEntryToTheDownload() throws Exception {
        MockHttpServletResponse made = send(
                        partner,
                        MADE + "/new",
                        "id",
                        Ids.next().toString(),
                        "customer",
                        admin.tenant().toString(),
                        "name",
                        "Timetable",
                        "descriptionEn",
                        "Shows lessons",
                        "descriptionJa",
                        "時間割を表示します",
                        "platform",
                        "WINDOWS")
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse();
        UUID application = UUID.fromString(made.getRedirectedUrl().substring(MADE.length() + 1));
        open(admin, OWN + "/" + application).andExpect(status().isNotFound());
        MockHttpServletResponse uploaded = upload(partner, application, "1.2.3", "C:\\build\\時間割 1.zip", ARCHIVE)
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse();
        String page = uploaded.getRedirectedUrl();
        UUID version = UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
        String sha256 = Secrets.sha256(ARCHIVE);
        open(partner, page)
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString(sha256.replaceAll("(.{8})(?!$)", "$1 ")),
                                containsString(String.format(Locale.ROOT, "%,d bytes", ARCHIVE.length)),
                                containsString("時間割 1.zip"),
                                containsString("/submit"),
                                not(containsString("C:\\build")))));
        open(admin, page(OWN, application, version)).andExpect(status().isNotFound());
        assertThat(mailed(admin)).isEmpty();

        send(partner, page + "/submit").andExpect(status().is3xxRedirection());
        send(partner, page + "/submit").andExpect(status().is3xxRedirection());
        assertThat(mailed(admin)).containsExactly("ApplicationSubmitted");
        open(admin, "/").andExpect(content().string(containsString("One version of an app waits for your approval")));
        open(person, "/").andExpect(content().string(not(containsString("waits for your approval"))));
        open(person, OWN).andExpect(content().string(not(containsString("Timetable"))));
        open(person, page(OWN, application, version)).andExpect(status().isNotFound());
        open(admin, OWN + "?show=submitted").andExpect(content().string(containsString("Timetable")));
        open(admin, page(OWN, application, version) + "/approve")
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString(sha256.substring(0, 8)),
                                containsString(String.format(Locale.ROOT, "%,d bytes", ARCHIVE.length)),
                                containsString("Archive (.zip)"),
                                containsString(partner.name() + " (" + partner.tenantName() + ")"))));

        send(admin, page(OWN, application, version) + "/approve").andExpect(status().is3xxRedirection());
        send(admin, page(OWN, application, version) + "/approve").andExpect(status().is3xxRedirection());
        assertThat(mailed(partner)).containsExactly("ApplicationApproved");
        assertThat(trail("ApplicationApproved")).singleElement().satisfies(row -> {
            assertThat(row.get("person_name")).isEqualTo(admin.name());
            assertThat(row.get("details").toString()).contains(sha256, "1.2.3", "Timetable");
        });
        open(person, OWN).andExpect(content().string(allOf(containsString("Timetable"), containsString("1.2.3"))));
        byte[] body = open(person, page(OWN, application, version) + "/package")
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/octet-stream"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().longValue("Content-Length", ARCHIVE.length))
                .andExpect(header().string("Content-Disposition", containsString("attachment;")))
                .andExpect(header().string(
                                "Content-Disposition",
                                containsString("filename*=UTF-8''%E6%99%82%E9%96%93%E5%89%B2%201.zip")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(body).isEqualTo(ARCHIVE);
    }

    @Test
    void aRejectionSaysWhyAndTheNextVersionIsWelcome() throws Exception {
        UUID application = fixture.application(partner, admin);
        UUID version = fixture.submitted(partner, application, "1.0");
        String page = page(OWN, application, version);
        send(admin, page + "/reject", "reason", "Too short")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(allOf(containsString("href=\"#reason\""), containsString("Too short"))));
        send(admin, page + "/reject", "reason", "The list lacks class 3A.").andExpect(status().is3xxRedirection());
        assertThat(mailed(partner)).containsExactly("ApplicationRejected");
        open(partner, page(MADE, application, version))
                .andExpect(content().string(containsString("The list lacks class 3A.")));
        open(admin, page + "/package").andExpect(status().isNotFound());
        send(admin, page + "/approve").andExpect(status().isConflict());
        send(partner, page(MADE, application, version) + "/submit").andExpect(status().isConflict());
        fixture.published(partner, admin, application, "1.1");
        open(person, OWN + "/" + application)
                .andExpect(content().string(allOf(containsString("1.1"), not(containsString("Rejected")))));
    }

    @Test
    void theNewestVersionIsTheOneWithTheHighestNumberAndOlderOnesStay() throws Exception {
        UUID application = fixture.application(partner, admin);
        UUID newest = fixture.published(partner, admin, application, "1.10");
        UUID older = fixture.published(partner, admin, application, "1.9.1");
        open(person, page(OWN, application, newest)).andExpect(content().string(containsString("Newest published")));
        open(person, page(OWN, application, older))
                .andExpect(content().string(not(containsString("Newest published"))));
        open(person, page(OWN, application, older) + "/package").andExpect(status().isOk());
        open(partner, page(MADE, application, older) + "/retire").andExpect(status().isOk());
        send(partner, page(MADE, application, older) + "/retire").andExpect(status().is3xxRedirection());
        open(person, page(OWN, application, older) + "/package").andExpect(status().isNotFound());
        open(person, page(OWN, application, newest) + "/package").andExpect(status().isOk());
        send(admin, page(OWN, application, newest) + "/retire").andExpect(status().is3xxRedirection());
        open(person, OWN + "/" + application).andExpect(status().isNotFound());
        assertThat(trail("ApplicationRetired")).hasSize(2);
    }

    @Test
    void aVersionCanBeTakenBackAndDeletedWithItsPackage() throws Exception {
        UUID application = fixture.application(partner, admin);
        UUID version = fixture.submitted(partner, application, "1.0");
        String page = page(MADE, application, version);
        long before = files();
        send(partner, page + "/delete").andExpect(status().isConflict());
        send(partner, page + "/withdraw").andExpect(status().is3xxRedirection());
        send(admin, page(OWN, application, version) + "/approve").andExpect(status().isConflict());
        open(partner, page + "/delete").andExpect(content().string(containsString("cannot be undone")));
        send(partner, page + "/delete").andExpect(status().is3xxRedirection());
        send(partner, page + "/delete").andExpect(status().is3xxRedirection());
        assertThat(versions(application)).isZero();
        assertThat(files()).isEqualTo(before - 1);
        assertThat(trail("ApplicationDeleted"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("customer_id")).isNull());
    }

    @Test
    void anEntryIsChangedForBothSides() throws Exception {
        UUID application = fixture.application(partner, admin);
        String page = MADE + "/" + application;
        open(partner, page + "/edit")
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("Timetable"), containsString("授業のためのアプリ"))));
        edit(partner, application, "Schedule").andExpect(status().is3xxRedirection());
        fixture.published(partner, admin, application, "1.0");
        edit(partner, application, "Lessons").andExpect(status().is3xxRedirection());
        edit(partner, application, "Lessons").andExpect(status().is3xxRedirection());
        open(person, OWN + "?q=lessons").andExpect(content().string(containsString("Lessons")));
        open(person, OWN + "?q=schedule").andExpect(content().string(not(containsString("Schedule"))));
        open(person, OWN + "/" + application)
                .andExpect(content().string(allOf(containsString("Shows them"), containsString("Windows"))));
        assertThat(trail("ApplicationEdited"))
                .as("what the customer could not see yet is not in its history")
                .extracting(row -> row.get("customer_id"))
                .containsExactlyInAnyOrder(null, admin.tenant().value());
        assertThat(trail("ApplicationEdited"))
                .extracting(row -> row.get("details").toString())
                .anySatisfy(details -> assertThat(details).contains("Schedule", "Lessons"));
    }

    private ResultActions edit(Actor who, UUID application, String name) throws Exception {
        return send(
                who,
                MADE + "/" + application + "/edit",
                "name",
                name,
                "descriptionEn",
                "Shows them",
                "platform",
                "IOS");
    }

    @Test
    void anEntryThatCannotBeChangedStaysAsItIs() throws Exception {
        UUID application = fixture.application(partner, admin);
        edit(partner, application, "n".repeat(1000))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(allOf(containsString("href=\"#name\""), containsString("Shows them"))));
        edit(tenants.colleague(partner, AdminRole.SALES_AGENT), application, "Other")
                .andExpect(status().isForbidden());
        edit(tenants.partner(), application, "Other").andExpect(status().isNotFound());
        end();
        edit(partner, application, "Other").andExpect(status().isConflict());
        open(partner, MADE + "/" + application + "/edit")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("no active relationship")));
        open(partner, MADE + "/" + application).andExpect(content().string(not(containsString("/edit\""))));
        assertThat(trail("ApplicationEdited")).isEmpty();
    }

    @Test
    void theFileHasTheRowsOfTheList() throws Exception {
        UUID application = fixture.application(partner, admin);
        fixture.published(partner, admin, application, "1.0");
        fixture.submitted(partner, application, "1.1");
        edit(partner, application, "=1+1").andExpect(status().is3xxRedirection());
        assertThat(csv(admin, ""))
                .containsExactly(
                        "App,Platform,Made by,Newest published version,Waiting for approval",
                        "'=1+1,Windows," + partner.tenantName() + ",1.0,1");
        assertThat(csv(person, "?show=submitted"))
                .as("whoever may not see what waits does not")
                .containsExactly(
                        "App,Platform,Made by,Newest published version",
                        "'=1+1,Windows," + partner.tenantName() + ",1.0");
        assertThat(csv(admin, "?q=nothing")).hasSize(1);
        fixture.fill(partner, admin, 2 * ApplicationSearch.PAGE);
        assertThat(csv(admin, "")).hasSize(2 + 2 * ApplicationSearch.PAGE).doesNotHaveDuplicates();
    }

    private List<String> csv(Actor who, String narrowed) throws Exception {
        String body = open(who, OWN + "/applications.csv" + narrowed)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        return List.of(body.substring(1).split("\r\n")); // after the byte order mark
    }

    // who

    @Test
    void rolesDecideOnBothSides() throws Exception {
        UUID application = fixture.application(partner, admin);
        UUID version = fixture.submitted(partner, application, "1.0");
        String own = page(OWN, application, version);
        Actor reader = tenants.colleague(admin, AdminRole.GLOBAL_READER);
        open(reader, own).andExpect(status().isOk()).andExpect(content().string(not(containsString("/approve\""))));
        open(reader, own + "/package").andExpect(status().isOk());
        for (Actor other : List.of(reader, person, tenants.colleague(admin, AdminRole.BILLING_ADMINISTRATOR))) {
            for (String action : List.of("approve", "reject", "retire")) {
                send(other, own + "/" + action, "reason", "The list lacks class 3A.")
                        .andExpect(status().isForbidden());
            }
        }
        Actor seller = tenants.colleague(partner, AdminRole.SALES_AGENT);
        for (String page : List.of(MADE, MADE + "/new", MADE + "/" + application, page(MADE, application, version))) {
            open(seller, page).andExpect(status().isForbidden());
        }
        send(seller, page(MADE, application, version) + "/withdraw").andExpect(status().isForbidden());
        assertThat(trail("ApplicationApproved")).isEmpty();
    }

    @Test
    void anotherPartnerAndAnotherCustomerFindNothing() throws Exception {
        UUID application = fixture.application(partner, admin);
        UUID version = fixture.published(partner, admin, application, "1.0");
        Actor rival = tenants.partner();
        invitations.relationship(rival, admin, PartnerType.LINE_OF_BUSINESS);
        Actor elsewhere = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        for (String page : List.of("", "/package", "/retire")) {
            open(rival, page(MADE, application, version) + page).andExpect(status().isNotFound());
            open(elsewhere, page(OWN, application, version) + page).andExpect(status().isNotFound());
        }
        upload(rival, application, "2.0", "a.zip", ARCHIVE).andExpect(status().isNotFound());
        UUID other = fixture.application(rival, admin);
        open(rival, page(MADE, other, version)).andExpect(status().isNotFound());
        open(rival, page(MADE, other, version) + "/package").andExpect(status().isNotFound());
        send(rival, page(MADE, other, version) + "/retire").andExpect(status().isNotFound());
    }

    private void questionsSayWhatBecomesOfIt() throws Exception {
        fixture.add(partner, admin, "Not submitted yet");
        open(admin, "/settings/partner-relationships/" + partner.tenant() + "/" + relationship + "/end")
                .andExpect(content()
                        .string(allOf(
                                containsString("can no longer work on this app:"),
                                containsString("Timetable"),
                                containsString("1 version waits for approval. It cannot be approved then"),
                                containsString("The version that you approved stays"),
                                not(containsString("Not submitted yet")))));
        open(partner, "/partner/customers/" + admin.tenant() + "/" + relationship + "/end")
                .andExpect(content()
                        .string(allOf(
                                containsString("You can no longer work on these 2 apps"),
                                containsString("Not submitted yet"),
                                containsString("1 version waits for the customer’s approval"))));
    }

    @Test
    void otherTypesAndFormerPartnersMakeNothing() throws Exception {
        Actor reseller = tenants.partner();
        invitations.relationship(reseller, admin, PartnerType.RESELLER);
        for (Actor each : List.of(reseller, tenants.partner())) {
            send(each, MADE + "/new", "customer", admin.tenant().toString(), "name", "N", "platform", "IOS")
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(content().string(containsString("href=\"#customer\"")));
        }
        UUID application = fixture.application(partner, admin);
        UUID published = fixture.published(partner, admin, application, "1.0");
        UUID waiting = fixture.submitted(partner, application, "1.1");
        UUID draft = fixture.draft(partner, application, "1.2");
        questionsSayWhatBecomesOfIt();
        end();
        upload(partner, application, "1.3", "a.zip", ARCHIVE).andExpect(status().isConflict());
        send(partner, page(MADE, application, draft) + "/submit").andExpect(status().isConflict());
        send(partner, page(MADE, application, draft) + "/delete").andExpect(status().isConflict());
        send(partner, page(MADE, application, waiting) + "/withdraw").andExpect(status().isConflict());
        send(partner, page(MADE, application, published) + "/retire").andExpect(status().isConflict());
        open(partner, page(MADE, application, published) + "/package").andExpect(status().isConflict());
        open(partner, MADE + "/" + application)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("no active relationship of the type Line-of-business")));
        open(person, page(OWN, application, published) + "/package").andExpect(status().isOk());
        open(person, OWN + "/" + application).andExpect(content().string(containsString(partner.tenantName())));
        send(admin, page(OWN, application, waiting) + "/approve").andExpect(status().isConflict());
        send(admin, page(OWN, application, waiting) + "/reject", "reason", "The partner is gone.")
                .andExpect(status().is3xxRedirection());
        send(admin, page(OWN, application, published) + "/retire").andExpect(status().is3xxRedirection());
    }

    // hostile input

    @ParameterizedTest
    @CsvSource({
        "1.0, page.html, file",
        "1.0, setup.exe, file",
        "1.0, app.apk, file",
        "1.0, '', file",
        "one, app.zip, number",
        "1.0.0.0.0, app.zip, number"
    })
    void aVersionThatCannotBeTakenSaysWhyAndLeavesNothing(String number, String name, String field) throws Exception {
        UUID application = fixture.application(partner, admin);
        long before = files();
        upload(partner, application, number, name, ARCHIVE)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(containsString("href=\"#" + field + "\""), containsString("What is new"))));
        assertThat(versions(application)).isZero();
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void packagesThatAreTooLargeOrEmptyAreRefusedBesideTheField() throws Exception {
        UUID application = fixture.application(partner, admin);
        byte[] large = new byte[(int) ApplicationRules.MOST_BYTES + 1];
        System.arraycopy(ARCHIVE, 0, large, 0, PackageType.HEAD);
        byte[] half = Arrays.copyOf(ARCHIVE, ARCHIVE.length / 2);
        byte[] stub = Arrays.copyOf(ARCHIVE, 14);
        byte[] nothingInIt = new byte[22];
        System.arraycopy(HexFormat.of().parseHex("504b0506"), 0, nothingInIt, 0, 4);
        upload(partner, application, "1.0", "app.zip", nothingInIt)
                .andExpect(content().string(containsString("breaks off or has nothing in it")));
        for (byte[] bytes : List.of(large, new byte[0], new byte[1], half, stub, nothingInIt)) {
            upload(partner, application, "1.0", "app.zip", bytes)
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(content().string(containsString("href=\"#file\"")));
        }
        open(partner, MADE + "/" + application + "/versions/new?too-large=true")
                .andExpect(status().isContentTooLarge())
                .andExpect(content().string(containsString("larger than 50 MB")));
        browser.perform(post(MADE + "/" + application + "/versions/new")
                        .param("file", "no file")
                        .with(SignedIn.as(partner))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent());
        assertThat(versions(application)).isZero();
    }

    @Test
    void aNameIsTakenOnce() throws Exception {
        fixture.application(partner, admin);
        UUID other = Ids.next();
        String customer = admin.tenant().toString();
        for (String name : List.of("Timetable", "ＴＩＭＥＴＡＢＬＥ", " timetable! ")) {
            send(
                            partner,
                            MADE + "/new",
                            "id",
                            other.toString(),
                            "customer",
                            customer,
                            "name",
                            name,
                            "descriptionEn",
                            "Kept text",
                            "platform",
                            "IOS")
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(content().string(allOf(containsString("href=\"#name\""), containsString("Kept text"))));
        }
        Actor company = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        invitations.relationship(partner, company, PartnerType.LINE_OF_BUSINESS);
        fixture.application(partner, company); // another customer's is another app
        UUID second = fixture.add(partner, admin, "Lessons");
        edit(partner, second, "TIMETABLE").andExpect(status().isUnprocessableContent());
        edit(partner, second, "LESSONS").andExpect(status().is3xxRedirection());
    }

    @Test
    void theSameNumberIsTakenOnce() throws Exception {
        UUID application = fixture.application(partner, admin);
        fixture.draft(partner, application, "1.2");
        upload(partner, application, "1.2.0", "app.zip", ARCHIVE)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("href=\"#number\"")));
        assertThat(versions(application)).isEqualTo(1);
    }

    @Test
    void scriptStaysText() throws Exception {
        String script = "<script>alert(1)</script>";
        MockHttpServletResponse made = send(
                        partner,
                        MADE + "/new",
                        "customer",
                        admin.tenant().toString(),
                        "name",
                        script,
                        "descriptionEn",
                        script,
                        "platform",
                        "WINDOWS")
                .andReturn()
                .getResponse();
        UUID application = UUID.fromString(made.getRedirectedUrl().substring(MADE.length() + 1));
        UUID version = fixture.published(partner, admin, application, "1.0");
        upload(partner, application, "1.1", script + "\".zip", ARCHIVE).andExpect(status().is3xxRedirection());
        for (String page : List.of(MADE, MADE + "/" + application, page(MADE, application, version))) {
            open(partner, page).andExpect(content().string(not(containsString(script))));
        }
        for (String page : List.of(OWN, OWN + "/" + application, page(OWN, application, version) + "/retire")) {
            open(admin, page).andExpect(content().string(not(containsString(script))));
        }
    }

    @Test
    void addressesSurviveNonsense() throws Exception {
        fixture.application(partner, admin);
        String nonsense = "?show=nonsense&before=-1&q=%25%00!_<script>&partner=x&customer=x";
        for (String page : List.of(MADE, OWN)) {
            open(page.equals(MADE) ? partner : admin, page + nonsense)
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("<script>alert"))));
        }
        open(person, OWN + "?show=submitted").andExpect(status().isOk());
        open(partner, MADE + "/new?customer=x").andExpect(status().isOk());
        send(partner, MADE + "/new", "id", "x", "name", "n".repeat(1000), "descriptionEn", "d".repeat(100_000))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("href=\"#name\""),
                                containsString("href=\"#descriptionEn\""),
                                containsString("href=\"#platform\""))));
    }

    @Test
    void thePagesSpeakJapanese() throws Exception {
        UUID application = fixture.application(partner, admin);
        UUID version = fixture.submitted(partner, application, "1.0");
        database.update("update account set language = 'ja' where id in (?, ?)", admin.account(), partner.account());
        for (String page : List.of(MADE, MADE + "/new", MADE + "/" + application + "/versions/new")) {
            browser.perform(get(page).with(SignedIn.as(partner)).locale(Locale.JAPANESE))
                    .andExpect(content().string(containsString("LOB アプリ")));
        }
        browser.perform(get(OWN + "/" + application).with(SignedIn.as(admin)).locale(Locale.JAPANESE))
                .andExpect(content().string(containsString("授業のためのアプリ")));
        browser.perform(get(page(OWN, application, version) + "/approve")
                        .with(SignedIn.as(admin))
                        .locale(Locale.JAPANESE))
                .andExpect(content().string(containsString("承認しますか?")));
    }
}
