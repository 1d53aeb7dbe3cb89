package org.partnerportal.bulkinvitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnerportal.TestClock;
import org.partnerportal.batch.BatchFixture;
import org.partnerportal.batch.BatchLine;
import org.partnerportal.batch.BatchOutcome;
import org.partnerportal.batch.BatchProblem;
import org.partnerportal.batch.BatchService;
import org.partnerportal.batch.BatchState;
import org.partnerportal.batch.BatchView;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.roletemplate.RoleTemplateFixture;
import org.partnerportal.security.SignedIn;
import org.partnerportal.shared.Ids;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A file from the upload to the results. */
abstract class BulkInvitations {

    private static final String ADDRESS = "/partner/invitations/bulk";
    private static final String HEADING = "customer,mail,type,roles,template,days,language,note,reference\n";

    @Autowired
    private MockMvc browser;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private InvitationFixture invitations;

    @Autowired
    private RoleTemplateFixture roleTemplates;

    @Autowired
    private BulkInvitationFixture files;

    @Autowired
    private BatchFixture job;

    @Autowired
    private BatchService batches;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcTemplate database;

    private Actor partner;

    @BeforeEach
    void people() {
        partner = tenants.partner();
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private ResultActions upload(Actor person, String id, byte[] bytes) throws Exception {
        return browser.perform(multipart(ADDRESS)
                .file(new MockMultipartFile("file", "C:\\lists\\schools.csv", "text/csv", bytes))
                .param("id", id)
                .with(SignedIn.since(person, clock.instant()))
                .with(csrf()));
    }

    private ResultActions upload(String text) throws Exception {
        return upload(partner, Ids.next().toString(), text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anotherFileUnderTheSameFormIsAnotherBatchAndTheSameIsOne() throws Exception {
        String form = Ids.next().toString();
        byte[] one = (HEADING + ",ann@school.example,OEM,,,,,,\n").getBytes(StandardCharsets.UTF_8);
        byte[] two = (HEADING + ",bob@school.example,OEM,,,,,,\n").getBytes(StandardCharsets.UTF_8);
        UUID first = checked(upload(partner, form, one));
        UUID second = checked(upload(partner, form, two));
        assertThat(second).isNotEqualTo(first);
        assertThat(checked(upload(partner, form, one))).isEqualTo(first);
        assertThat(kept()).isEqualTo(2);
        page(second).andExpect(content().string(containsString("bob@school.example")));
    }

    private UUID checked(ResultActions upload) throws Exception {
        MockHttpServletResponse response = upload.andReturn().getResponse();
        assertThat(response.getRedirectedUrl()).startsWith(ADDRESS + "/");
        return UUID.fromString(response.getRedirectedUrl().substring(ADDRESS.length() + 1));
    }

    private ResultActions page(UUID batch) throws Exception {
        return browser.perform(get(ADDRESS + "/" + batch).with(SignedIn.since(partner, clock.instant())));
    }

    private void send(UUID batch) throws Exception {
        browser.perform(post(ADDRESS + "/" + batch + "/send")
                        .with(SignedIn.since(partner, clock.instant()))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        job.work(batch);
    }

    private BatchView view(UUID batch) {
        return batches.view(partner, BulkInvitationWork.KIND, batch);
    }

    private List<BatchLine> lines(UUID batch) {
        return batches.rows(partner, BulkInvitationWork.KIND, batch, null, 0, 10_000)
                .lines();
    }

    private List<BatchProblem> problems(String row) throws Exception {
        return lines(checked(upload(HEADING + row))).get(0).problems();
    }

    private long sent() {
        return database.queryForObject(
                "select count(*) from invitation where partner_id = ?",
                Long.class,
                partner.tenant().value());
    }

    private long kept() {
        return database.queryForObject(
                "select count(*) from batch where tenant_id = ?",
                Long.class,
                partner.tenant().value());
    }

    // the way through

    @Test
    void checksThenSendsThenShowsTheResults() throws Exception {
        UUID id = checked(upload(HEADING
                + ",ann@school.example,Reseller,,,,ja,Good day,Licences\n"
                + ",no-address,Reseller,,,,,,\n"
                + ",bea@school.example,GDAP,User Administrator;Service Support Administrator,,365,,,\n"));
        assertThat(sent()).isZero();
        assertThat(view(id).state()).isEqualTo(BatchState.CHECKED);
        assertThat(view(id).name()).isEqualTo("schools.csv");
        page(id).andExpect(status().isOk())
                .andExpect(content().string(containsString("Send 2 invitations")))
                .andExpect(content().string(containsString("One row has a problem")))
                .andExpect(content().string(containsString("Read as UTF-8")))
                .andExpect(content().string(containsString("no-address")))
                .andExpect(content().string(containsString("Enter an e-mail address such as")))
                .andExpect(content().string(not(containsString("ann@school.example"))));

        send(id);

        assertThat(view(id).counts()).isEqualTo(Map.of(BatchOutcome.DONE, 2L, BatchOutcome.REFUSED, 1L));
        assertThat(sent()).isEqualTo(2);
        Map<String, Object> ann = database.queryForMap(
                "select * from invitation where partner_id = ? and email = 'ann@school.example'",
                partner.tenant().value());
        assertThat(ann)
                .containsEntry("type", "RESELLER")
                .containsEntry("language", "ja")
                .containsEntry("note", "Good day")
                .containsEntry("relationship_name", "Licences")
                .containsEntry("sender_id", partner.account())
                .containsEntry("auto_extend", false);
        assertThat(database.queryForList(
                        "select role_template_id from invitation_role where invitation_id in"
                                + " (select id from invitation where partner_id = ? and email = 'bea@school.example')",
                        String.class,
                        partner.tenant().value()))
                .containsExactlyInAnyOrder(
                        InvitationFixture.USER_ADMINISTRATOR, InvitationFixture.SERVICE_SUPPORT_ADMINISTRATOR);
        assertThat(database.queryForObject("select count(*) from mail where about = ?", Long.class, ann.get("id")))
                .isEqualTo(1);
        page(id).andExpect(content().string(not(containsString("Send 2 invitations"))))
                .andExpect(content().string(containsString("3 of 3 rows")));
        browser.perform(get(ADDRESS + "/" + id).param("show", "done").with(SignedIn.as(partner)))
                .andExpect(content().string(containsString("/partner/invitations/" + ann.get("id"))));
        assertThat(csv(id, ""))
                .hasSize(4)
                .anySatisfy(row -> assertThat(row)
                        .startsWith("2,,ann@school.example,Reseller,")
                        .contains(",Sent,,http", "/partner/invitations/" + ann.get("id")))
                .anySatisfy(row -> assertThat(row).contains("no-address").contains("Mail “no-address”: Enter"));
        assertThat(csv(id, "?show=refused")).hasSize(2);
    }

    private List<String> csv(UUID id, String query) throws Exception {
        byte[] body = browser.perform(
                        get(ADDRESS + "/" + id + "/rows.csv" + query).with(SignedIn.as(partner)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        return List.of(new String(body, StandardCharsets.UTF_8).split("\r\n"));
    }

    @Test
    void readsJapaneseNamesInShiftJis() throws Exception {
        roleTemplates.create(partner, "夜間当番");
        String file = "顧客,メール,種類,ロール,テンプレート,日数,言語,メモ,参照名\r\n"
                + ",aki@school.example,リセラー,,,,日本語,よろしくお願いします。,ライセンス\r\n"
                + ",sota@school.example,GDAP,ユーザー管理者；サービス サポート管理者,,365,ja,,\r\n"
                + ",yui@school.example,GDAP,,夜間当番,３０,ja,,\r\n"
                + ",mei@school.example,GDAP,,サービス デスク,30,ja,,\r\n";
        UUID id = checked(upload(partner, Ids.next().toString(), file.getBytes(Charset.forName("windows-31j"))));
        assertThat(lines(id)).flatExtracting(BatchLine::problems).isEmpty();
        page(id).andExpect(content().string(containsString("Read as Shift_JIS")));
        send(id);
        assertThat(view(id).counts()).isEqualTo(Map.of(BatchOutcome.DONE, 4L));
        assertThat(database.queryForObject(
                        "select note from invitation where partner_id = ? and type = 'RESELLER'",
                        String.class,
                        partner.tenant().value()))
                .isEqualTo("よろしくお願いします。");
    }

    @Test
    void theSampleCanBeUploadedInBothLanguages() throws Exception {
        for (String language : List.of("en", "ja")) {
            database.update("update account set language = ? where id = ?", language, partner.account());
            byte[] sample = browser.perform(get(ADDRESS + "/sample.csv").with(SignedIn.as(partner)))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsByteArray();
            UUID id = checked(upload(partner, Ids.next().toString(), sample));
            assertThat(lines(id)).hasSize(3);
            assertThat(lines(id)).flatExtracting(BatchLine::problems).isEmpty();
            assertThat(BulkInvitationService.reading(view(id).setting())).containsExactly("UTF-8");
        }
    }

    @Test
    void aResultCanBeMendedAndUploadedAgain() throws Exception {
        UUID id = checked(upload("mail,type\nann@school.example,OEM\nno-address,OEM\n"));
        send(id);
        String mended = String.join("\r\n", csv(id, "")).replace("no-address", "bea@school.example");
        UUID again = checked(upload(mended));
        assertThat(lines(again))
                .extracting(BatchLine::outcome)
                .containsExactly(BatchOutcome.ALREADY, BatchOutcome.WAITING);
        send(again);
        assertThat(sent()).isEqualTo(2);
    }

    // every row with its problem, by column

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ",ben@b,OEM,,,,,,|MAIL|InvitationRefusal.EMAIL_MALFORMED|ben@b",
                ",,OEM,,,,,,x|MAIL|InvitationRefusal.EMAIL_MALFORMED|",
                "b.example,a@b.example,OEM,,,,,,|CUSTOMER|InvitationRefusal.CUSTOMER_UNKNOWN|b.example",
                ",a@b.example,Friend,,,,,,|TYPE|InvitationRefusal.TYPE_MISSING|Friend",
                ",a@b.example,GDAP,,,30,,,|ROLES|InvitationRefusal.ROLES_MISSING|",
                ",a@b.example,OEM,User Administrator,,,,,|ROLES|InvitationRefusal.ROLES_NOT_TAKEN|User Administrator",
                ",a@b.example,GDAP,Usr Admin;User Administrator,,30,,,|ROLES|InvitationRefusal.ROLE_UNKNOWN|Usr Admin",
                ",a@b.example,GDAP,User Administrator,,731,,,|DAYS|InvitationRefusal.DURATION_OUT_OF_RANGE|731",
                ",a@b.example,GDAP,User Administrator,,a year,,,|DAYS|InvitationRefusal.DURATION_OUT_OF_RANGE|a year",
                ",a@b.example,OEM,,,30,,,|DAYS|InvitationRefusal.DURATION_NOT_TAKEN|30",
                ",a@b.example,OEM,,,,fr,,|LANGUAGE|InvitationRefusal.LANGUAGE_UNKNOWN|fr",
                ",a@b.example,OEM,,,,,=1+1,|NOTE|BulkInvitationRefusal.FORMULA|=1+1",
                ",a@b.example,GDAP,,Nobody,30,,,|TEMPLATE|BulkInvitationRefusal.TEMPLATE_UNKNOWN|Nobody",
                ",a@b.example,GDAP,User Administrator,Service desk,30,,,|TEMPLATE|BulkInvitationRefusal.ROLES_AND_TEMPLATE"
                        + "|Service desk",
                ",a@b.example,OEM,,,,,,,more||BulkInvitationRefusal.TOO_MANY_CELLS|",
            })
    void saysWhatIsWrongAndInWhichColumn(String row, String column, String key, String quoted) throws Exception {
        assertThat(problems(row))
                .containsExactly(new BatchProblem(column == null ? "" : column, key, quoted == null ? "" : quoted));
    }

    @Test
    void saysEverythingThatIsWrongWithARow() throws Exception {
        assertThat(problems(",no-address,GDAP,,,0,fr,\"two\nlines\"," + "x".repeat(51)))
                .extracting(BatchProblem::key)
                .containsExactlyInAnyOrder(
                        "InvitationRefusal.EMAIL_MALFORMED",
                        "InvitationRefusal.ROLES_MISSING",
                        "InvitationRefusal.DURATION_OUT_OF_RANGE",
                        "InvitationRefusal.LANGUAGE_UNKNOWN",
                        "InvitationRefusal.NOTE_MALFORMED",
                        "InvitationRefusal.NAME_TOO_LONG");
    }

    @Test
    void aSalesAgentInvitesOnlyAsTypesWithoutRoles() throws Exception {
        Actor sales = tenants.colleague(partner, AdminRole.SALES_AGENT);
        UUID id = files.checked(
                sales, "mail,type,roles,days\na@b.example,OEM,,\nb@b.example,GDAP,User Administrator,30\n");
        assertThat(lines(id).get(0).problems()).isEmpty();
        assertThat(lines(id).get(1).problems())
                .extracting(BatchProblem::key)
                .containsExactly("InvitationRefusal.NEEDS_ADMIN_AGENT");
    }

    @Test
    void findsACustomerByDomainOrId() throws Exception {
        Actor customer = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        invitations.relationship(partner, customer, PartnerType.GDAP);
        Actor stranger = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        String domain = customer.email().substring(customer.email().indexOf('@') + 1);
        UUID id = checked(upload(HEADING
                + domain.toUpperCase(Locale.ROOT) + ",a@b.example,OEM,,,,,,\n"
                + customer.tenant() + ",c@b.example,OEM,,,,,,\n"
                + stranger.tenant() + ",d@b.example,OEM,,,,,,\n"));
        assertThat(lines(id))
                .extracting(BatchLine::outcome)
                .containsExactly(BatchOutcome.WAITING, BatchOutcome.WAITING, BatchOutcome.REFUSED);
        send(id);
        assertThat(database.queryForList(
                        "select customer_id from invitation where partner_id = ? and email like '%@b.example'",
                        UUID.class, partner.tenant().value()))
                .containsOnly(customer.tenant().value())
                .hasSize(2);
    }

    @Test
    void anotherPartnersTemplateIsNotThere() throws Exception {
        roleTemplates.create(tenants.partner(), "Theirs");
        assertThat(problems(",a@b.example,GDAP,,Theirs,30,,,"))
                .extracting(BatchProblem::key)
                .containsExactly("BulkInvitationRefusal.TEMPLATE_UNKNOWN");
    }

    @Test
    void tellsWhichColumnsItLeftUnread() throws Exception {
        UUID id = checked(upload("mail,type,Shoe size\na@b.example,OEM,41\n"));
        page(id).andExpect(content().string(containsString("left them unread: Shoe size")));
    }

    @Test
    void sameRowsAreTakenOnce() throws Exception {
        UUID id = checked(upload("mail,type,reference\n"
                + "a@b.example,OEM,\nA@B.example,oem,\na@b.example,OEM,Other\nb@b.example,OEM,\na@b.example,OEM,\n"));
        assertThat(lines(id))
                .extracting(BatchLine::outcome)
                .containsExactly(
                        BatchOutcome.WAITING,
                        BatchOutcome.REFUSED,
                        BatchOutcome.WAITING,
                        BatchOutcome.WAITING,
                        BatchOutcome.REFUSED);
        assertThat(lines(id).get(4).problems())
                .containsExactly(new BatchProblem("", "BulkInvitationRefusal.SAME_AS_ABOVE", "2"));
        send(id);
        assertThat(sent()).isEqualTo(3);
    }

    @Test
    void bigFilesShowTheirProblemsFirstAndInPages() throws Exception {
        String rows = IntStream.range(0, 300)
                .mapToObj(number -> number % 3 == 0 ? "bad" + number + ",OEM" : "n" + number + "@b.example,OEM")
                .collect(Collectors.joining("\n"));
        UUID id = checked(upload("mail,type\n" + rows));
        page(id).andExpect(content().string(containsString("Not sent: problem (100)")))
                .andExpect(content().string(containsString("bad147")))
                .andExpect(content().string(not(containsString("bad150"))))
                .andExpect(content().string(containsString("after=149")));
        browser.perform(get(ADDRESS + "/" + id)
                        .param("show", "refused")
                        .param("after", "149")
                        .with(SignedIn.as(partner)))
                .andExpect(content().string(containsString("bad150")))
                .andExpect(content().string(not(containsString("bad147"))));
    }

    // hostile files: a clear error, nothing kept

    private void assertTaken(byte[] bytes, String reason) throws Exception {
        upload(partner, Ids.next().toString(), bytes)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(reason)))
                .andExpect(content().string(containsString("Error:")))
                .andExpect(content().string(containsString("id=\"file-error\"")));
        assertThat(kept()).isZero();
        assertThat(sent()).isZero();
    }

    private void assertRefused(String text, String reason) throws Exception {
        assertTaken(text.getBytes(StandardCharsets.UTF_8), reason);
    }

    @Test
    void noFileAtAll() throws Exception {
        assertRefused("", "Choose a file");
        browser.perform(post(ADDRESS).with(SignedIn.as(partner)).with(csrf()))
                .andExpect(status().isUnprocessableContent());
        browser.perform(post(ADDRESS)
                        .param("file", "mail,type")
                        .with(SignedIn.as(partner))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Choose a file")));
    }

    @Test
    void wrongEncoding() throws Exception {
        assertTaken("mail,type\nMüller,OEM".getBytes(StandardCharsets.ISO_8859_1), "neither UTF-8 nor Shift_JIS");
    }

    @Test
    void tenThousandColumns() throws Exception {
        assertRefused(String.join(",", Collections.nCopies(10_000, "mail")) + "\nx", "more than 50 columns");
    }

    @Test
    void unclosedQuotationMark() throws Exception {
        assertRefused("mail,type\na@b.example,OEM\n\"b@b.example,OEM\n", "opened in row 3 and never closed");
    }

    @Test
    void tooManyRows() throws Exception {
        assertRefused("mail,type\n" + "a@b.example,OEM\n".repeat(10_001), "more than 10,000 rows");
    }

    @Test
    void missingAndDoubledColumns() throws Exception {
        assertRefused("note,メモ\nx,y\n", "A column is missing: Mail, Type");
        assertRefused("note,mail,type,メモ\nx,a@b.example,OEM,y\n", "A column appears twice: Note");
    }

    @Test
    void aFileThatIsTooLargeIsToldOnTheForm() throws Exception {
        browser.perform(get(ADDRESS + "?too-large=true").with(SignedIn.as(partner)))
                .andExpect(status().isContentTooLarge())
                .andExpect(content().string(containsString("larger than 5 MB")));
    }

    @Test
    void aFileOfAByteTooManyIsRefused() throws Exception {
        String row = HEADING + "a,b,c\n";
        byte[] largest = (row + " ".repeat(5 * 1024 * 1024 - row.length())).getBytes(StandardCharsets.UTF_8);
        assertTaken(Arrays.copyOf(largest, largest.length + 1), "larger than 5 MB");
    }

    @Test
    void whatIsInAFileIsShownAndNeverRun() throws Exception {
        UUID id = checked(upload("mail,type,<script>alert(1)</script>\n"
                + "<script>alert(1)</script>@b.example,OEM,\n\"a@b.example\r\nBcc: c@d.example\",OEM,\n"
                + "'; drop table batch; --,OEM,\n"));
        assertThat(view(id).counts()).isEqualTo(Map.of(BatchOutcome.REFUSED, 3L));
        page(id).andExpect(content().string(not(containsString("<script>alert(1)"))));
        assertThat(csv(id, "")).noneMatch(row -> row.contains(",="));
    }

    // safe to repeat

    @Test
    void theSameFileAgainInvitesNobodyTwice() throws Exception {
        String file = HEADING
                + ",ann@school.example,Reseller,,,,,,Licences\n"
                + ",bea@school.example,GDAP,User Administrator,,365,,,\n";
        UUID first = checked(upload(file));
        send(first);
        UUID again = checked(upload(file));
        assertThat(view(again).counts()).isEqualTo(Map.of(BatchOutcome.ALREADY, 2L));
        page(again)
                .andExpect(content().string(containsString("Already invited")))
                .andExpect(content().string(containsString("There is nothing to send")))
                .andExpect(content()
                        .string(containsString(
                                "/partner/invitations/" + lines(first).get(0).link())));
        send(again);
        assertThat(sent()).isEqualTo(2);
        assertThat(lines(again))
                .extracting(BatchLine::link)
                .isEqualTo(lines(first).stream().map(BatchLine::link).toList());
    }

    @Test
    void whatIsOnlyCheckedTwiceIsSentOnce() throws Exception {
        String file = "mail,type\nann@school.example,OEM\n";
        UUID one = checked(upload(file));
        UUID other = checked(upload(file));
        send(one);
        send(other);
        assertThat(view(other).counts()).isEqualTo(Map.of(BatchOutcome.ALREADY, 1L));
        assertThat(sent()).isEqualTo(1);
    }

    @Test
    void whatTheSingleFormSentIsThereAlreadyToo() throws Exception {
        Actor customer = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        UUID single = invitations.send(partner, customer, PartnerType.RESELLER);
        UUID id = checked(upload("mail,type\n" + customer.email() + ",Reseller\n" + customer.email() + ",OEM\n"));
        assertThat(lines(id))
                .extracting(BatchLine::outcome)
                .containsExactly(BatchOutcome.ALREADY, BatchOutcome.WAITING);
        assertThat(lines(id).get(0).link()).isEqualTo(single);
    }

    @Test
    void anotherNameOrOtherTermsAreAnotherOffer() throws Exception {
        String row = ",ann@school.example,GDAP,User Administrator,,365,,,";
        send(checked(upload(HEADING + row + "\n" + row + "Support\n")));
        assertThat(sent()).isEqualTo(2);
        UUID id = checked(upload(HEADING
                + ",ann@school.example,GDAP,User Administrator,,365,ja,Another note,\n"
                + ",ann@school.example,GDAP,User Administrator,,300,,,\n"
                + ",ann@school.example,GDAP,Service Support Administrator,,365,,,\n"
                + ",ann@school.example,GDAP,User Administrator,,300,,,Support\n"));
        assertThat(lines(id))
                .extracting(BatchLine::outcome)
                .containsExactly(
                        BatchOutcome.ALREADY, BatchOutcome.WAITING, BatchOutcome.WAITING, BatchOutcome.ALREADY);
    }

    @Test
    void whatIsOverMayBeOfferedAgain() throws Exception {
        String file = "mail,type\nann@school.example,OEM\nbea@school.example,OEM\n";
        UUID first = checked(upload(file));
        send(first);
        invitations.withdraw(partner, lines(first).get(0).link());
        clock.advance(Duration.ofDays(31)); // the other has lapsed, and no job has said so
        UUID again = checked(upload(file));
        send(again);
        assertThat(view(again).counts()).isEqualTo(Map.of(BatchOutcome.DONE, 2L));
        assertThat(sent()).isEqualTo(4);
        assertThat(database.queryForObject(
                        "select status from invitation where id = ?",
                        String.class,
                        lines(first).get(1).link()))
                .isEqualTo("LAPSED");
    }

    @Test
    void anotherPartnersOfferIsAnotherOffer() throws Exception {
        String file = "mail,type\nann@school.example,OEM\n";
        Actor other = tenants.partner();
        job.work(files.started(other, file));
        send(checked(upload(file)));
        assertThat(sent()).isEqualTo(1);
    }

    @Test
    void aConstraintStandsBehindIt() throws Exception {
        send(checked(upload("mail,type\nann@school.example,OEM\n")));
        assertThat(database.queryForList(
                        "select count(*) from invitation where open_bulk_key is not null and partner_id = ?",
                        Long.class,
                        partner.tenant().value()))
                .containsExactly(1L);
        assertThat(database.queryForList(
                        "select constraint_type from information_schema.table_constraints c"
                                + " join information_schema.constraint_column_usage u"
                                + " on u.constraint_name = c.constraint_name"
                                + " where u.table_name = 'invitation' and u.column_name = 'open_bulk_key'",
                        String.class))
                .contains("UNIQUE");
    }

    // started, stopped, looked at

    @Test
    void theSameFormTwiceIsOneBatch() throws Exception {
        String id = Ids.next().toString();
        byte[] file = "mail,type\nann@school.example,OEM\n".getBytes(StandardCharsets.UTF_8);
        UUID first = checked(upload(partner, id, file));
        assertThat(checked(upload(partner, id, file))).isEqualTo(first);
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void goesOnWhereItWasAfterARestart() throws Exception {
        String rows = IntStream.range(0, 120)
                .mapToObj(number -> "n" + number + "@b.example,OEM")
                .collect(Collectors.joining("\n"));
        UUID id = files.started(partner, "mail,type\n" + rows);
        job.workSome(id);
        assertThat(sent()).isEqualTo(50);
        page(id).andExpect(content().string(containsString("50 of 120 rows")))
                .andExpect(content().string(containsString("data-live")));
        job.work(id);
        assertThat(sent()).isEqualTo(120);
        assertThat(view(id).counts()).isEqualTo(Map.of(BatchOutcome.DONE, 120L));
    }

    @Test
    void aRoleThatIsTakenAwayIsSeenRowByRow() throws Exception {
        UUID id = files.started(
                partner, "mail,type,roles,days\na@b.example,GDAP,User Administrator,30\nb@b.example,OEM,,\n");
        tenants.assign(partner.account(), AdminRole.SALES_AGENT);
        job.work(id);
        assertThat(view(id).counts()).isEqualTo(Map.of(BatchOutcome.DONE, 1L, BatchOutcome.REFUSED, 1L));
        assertThat(lines(id).get(0).problems())
                .extracting(BatchProblem::key)
                .containsExactly("InvitationRefusal.NEEDS_ADMIN_AGENT");
    }

    @Test
    void anotherOrganisationsFileIsNotThere() throws Exception {
        UUID id = files.checked(partner, "mail,type\na@b.example,OEM\n");
        Actor other = tenants.partner();
        for (String page : List.of("", "/rows.csv")) {
            browser.perform(get(ADDRESS + "/" + id + page).with(SignedIn.as(other)))
                    .andExpect(status().isNotFound());
        }
        browser.perform(post(ADDRESS + "/" + id + "/send")
                        .with(SignedIn.as(other))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        assertThat(view(id).state()).isEqualTo(BatchState.CHECKED);
    }

    @Test
    void onlyAgentsWhoSendInvitations() throws Exception {
        Actor helpdesk = tenants.colleague(partner, AdminRole.HELPDESK_AGENT);
        for (String page : List.of("", "/sample.csv")) {
            browser.perform(get(ADDRESS + page).with(SignedIn.as(helpdesk))).andExpect(status().isForbidden());
        }
        upload(helpdesk, Ids.next().toString(), "mail,type\na@b.example,OEM\n".getBytes(StandardCharsets.UTF_8))
                .andExpect(status().isForbidden());
        assertThat(kept()).isZero();
    }
}
