package org.partnerportal.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerportal.PortalTest;
import org.partnerportal.Races;
import org.partnerportal.batch.BatchFixture;
import org.partnerportal.batch.BatchLine;
import org.partnerportal.batch.BatchOutcome;
import org.partnerportal.batch.BatchProblem;
import org.partnerportal.batch.BatchService;
import org.partnerportal.batch.BatchState;
import org.partnerportal.batch.BatchView;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.relationship.PartnerType;
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

/** Devices from the upload to the customer's list, and who may not do and see what. */
@PortalTest
class DevicePageTests {

    private static final String REGISTER = "/partner/devices/register";
    private static final String BATCHES = "/partner/devices/batches/";

    @Autowired
    private MockMvc browser;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private InvitationFixture invitations;

    @Autowired
    private DeviceFixture files;

    @Autowired
    private BatchFixture job;

    @Autowired
    private BatchService batches;

    @Autowired
    private JdbcTemplate database;

    private Actor maker;
    private Actor admin;
    private UUID relationship;

    @BeforeEach
    void makerAndSchool() {
        maker = tenants.partner();
        admin = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        relationship = invitations.relationship(maker, admin, PartnerType.OEM);
    }

    private ResultActions open(Actor person, String page) throws Exception {
        return browser.perform(get(page).with(SignedIn.as(person)));
    }

    private ResultActions inJapanese(Actor person, String page) throws Exception {
        return browser.perform(get(page).with(SignedIn.as(person)).locale(Locale.JAPANESE));
    }

    private ResultActions upload(Actor person, String customer, String name, byte[] bytes) throws Exception {
        return upload(person, Ids.next(), customer, name, bytes);
    }

    private ResultActions upload(Actor person, UUID form, String customer, String name, byte[] bytes) throws Exception {
        return browser.perform(multipart(REGISTER)
                .file(new MockMultipartFile("file", "C:\\lists\\notebooks.csv", "text/csv", bytes))
                .param("id", form.toString())
                .param("customer", customer)
                .param("name", name)
                .with(SignedIn.as(person))
                .with(csrf()));
    }

    private ResultActions upload(String text) throws Exception {
        return upload(maker, admin.tenant().toString(), "", text.getBytes(StandardCharsets.UTF_8));
    }

    private static UUID batch(ResultActions upload) throws Exception {
        MockHttpServletResponse response = upload.andReturn().getResponse();
        assertThat(response.getRedirectedUrl()).startsWith(BATCHES);
        return UUID.fromString(response.getRedirectedUrl().substring(BATCHES.length()));
    }

    private void register(UUID batch) throws Exception {
        browser.perform(post(BATCHES + batch + "/register")
                        .with(SignedIn.as(maker))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        job.work(batch);
    }

    private BatchView view(UUID batch) {
        return batches.view(maker, DeviceWork.KIND, batch);
    }

    private List<BatchLine> lines(Actor partner, UUID batch) {
        return batches.rows(partner, DeviceWork.KIND, batch, null, 0, 10_000).lines();
    }

    private List<String> csv(Actor person, String address) throws Exception {
        byte[] body = open(person, address)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        return List.of(new String(body, StandardCharsets.UTF_8).split("\r\n"));
    }

    private long count(String table) {
        return database.queryForObject(
                "select count(*) from " + table + " where customer_id = ?",
                Long.class,
                admin.tenant().value());
    }

    private List<Map<String, Object>> trail(String kind) {
        return database.queryForList(
                "select person_name, on_behalf_of_id, partner_id, details from trail_entry"
                        + " where kind like ? and customer_id = ?",
                kind,
                admin.tenant().value());
    }

    private ResultActions remove(Actor who, String devices, UUID device) throws Exception {
        return browser.perform(
                post(devices + "/" + device + "/remove").with(SignedIn.as(who)).with(csrf()));
    }

    private String onBehalf() {
        return "/on-behalf/" + admin.tenant() + "/devices";
    }

    // the way through

    @Test
    void aFileIsCheckedThenRegisteredAndTheCustomerSeesIt() throws Exception {
        String model = "Notebook " + admin.tenant();
        String hash = DeviceFixture.hash(System.nanoTime());
        UUID id = batch(upload(DeviceFixture.PARTNER_CENTER
                + "S-1,,,Fabrikam," + model + "\n"
                + "S-2,P-2-" + maker.tenant() + "," + hash + ",Fabrikam," + model + "\n"
                + "S-3,,,,\n"
                + "s-1 ,,,FABRIKAM,\"" + model.toUpperCase(Locale.ROOT).replace(" ", "  ") + " \"\n"));
        assertThat(count("device")).isZero();
        assertThat(view(id).state()).isEqualTo(BatchState.CHECKED);
        assertThat(view(id).name()).isEqualTo("notebooks.csv");
        open(maker, BATCHES + id)
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("2 devices are ready"),
                                containsString("2 rows have problems"),
                                containsString("Layout of Partner Center"),
                                containsString("Nothing identifies the device"),
                                containsString("ZtdDeviceDuplicated"),
                                containsString("stands in row 2 already"))));
        register(id);
        assertThat(view(id).counts()).isEqualTo(Map.of(BatchOutcome.DONE, 2L, BatchOutcome.REFUSED, 2L));
        assertThat(count("device")).isEqualTo(2);
        assertThat(trail("DeviceBatch%")).singleElement().satisfies(row -> {
            assertThat(row)
                    .containsEntry("person_name", maker.name())
                    .containsEntry("partner_id", maker.tenant().value());
            assertThat(row.get("details").toString())
                    .contains("\"rows\":\"4\"", "\"rowsReady\":\"2\"", "\"batchName\":\"notebooks.csv\"");
        });
        String ended = "Registration of devices by a file started</a>";
        String devices = "/devices?show=all&amp;batch=" + id;
        open(admin, "/settings/history")
                .andExpect(content().string(allOf(containsString(ended), containsString(devices))));
        open(admin, devices.replace("&amp;", "&")).andExpect(content().string(containsString("S-2")));
        open(maker, "/settings/history")
                .andExpect(content().string(allOf(containsString(ended), containsString(BATCHES + id))));
        assertThat(csv(maker, BATCHES + id + "/rows.csv"))
                .hasSize(5)
                .anySatisfy(row -> assertThat(row).isEqualTo("S-1,,,Fabrikam," + model + ",2,Registered,"))
                .anySatisfy(row -> assertThat(row).startsWith("S-2,P-2-").contains(hash));
        assertThat(csv(maker, BATCHES + id + "/rows.csv?show=refused")).hasSize(3);
        open(admin, "/devices")
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("S-1"),
                                containsString(model),
                                containsString(maker.tenantName()),
                                containsString("notebooks.csv"),
                                containsString("/remove"))));
        open(maker, "/partner/devices")
                .andExpect(content().string(allOf(containsString("S-1"), containsString(admin.tenantName()))));
        open(maker, "/partner/batches").andExpect(content().string(containsString(BATCHES + id)));
        open(admin, "/")
                .andExpect(content().string(containsString("<strong>2</strong> <span>Devices of your organisation")));
        open(maker, "/")
                .andExpect(
                        content().string(containsString("<strong>2</strong> <span>Devices registered for customers")));
        assertThat(database.queryForObject(
                        "select count(*) from device where customer_id = ? and hash_sha256 is not null",
                        Long.class,
                        admin.tenant().value()))
                .as("the hash itself is kept nowhere")
                .isEqualTo(1);
    }

    @Test
    void twoFilesOfTheSameNameAreToldApart() throws Exception {
        UUID first = batch(upload(DeviceFixture.PARTNER_CENTER + "FIRST-1,,,Fabrikam,One\n"));
        register(first);
        UUID second = batch(upload(DeviceFixture.PARTNER_CENTER + "SECOND-1,,,Fabrikam,One\n"));
        register(second);
        String shown = "/devices?show=all&batch=" + first;
        String name = "Registered by the file “notebooks.csv”";
        open(admin, shown)
                .andExpect(content()
                        .string(allOf(
                                containsString("FIRST-1"),
                                not(containsString("SECOND-1")),
                                containsString(name),
                                containsString("href=\"/devices?show=all&amp;q=&amp;partner=\" aria-label=\"" + name),
                                containsString("name=\"batch\" value=\"" + first))));
        open(maker, "/partner" + shown)
                .andExpect(content()
                        .string(allOf(
                                containsString("FIRST-1"), not(containsString("SECOND-1")), containsString(name))));
        assertThat(csv(admin, "/devices/devices.csv?show=all&batch=" + second))
                .hasSize(2)
                .anySatisfy(row -> assertThat(row).contains("SECOND-1"));
        Actor stranger = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        open(stranger, shown)
                .andExpect(content()
                        .string(allOf(
                                containsString("Registered by one file"),
                                containsString("Nothing matches"),
                                not(containsString("notebooks.csv")))));
    }

    @Test
    void theLayoutOfIntuneBringsTagAndUserInShiftJisToo() throws Exception {
        String file = "シリアル番号,プロダクト ID,ハードウェア ハッシュ,グループ タグ,割り当てられたユーザー\r\n" + "S-1,P-" + admin.tenant()
                + ",,3年A組,ann@school.example\r\n";
        UUID id =
                batch(upload(maker, admin.tenant().toString(), "春の配布", file.getBytes(Charset.forName("windows-31j"))));
        open(maker, BATCHES + id)
                .andExpect(content()
                        .string(allOf(containsString("Read as Shift_JIS, Layout of Intune"), containsString("春の配布"))));
        register(id);
        for (String typed : List.of("ｓ－１", "S‐1", "春ノ配布", "p " + admin.tenant())) {
            open(admin, "/devices?q=" + typed).andExpect(content().string(containsString("ann@school.example")));
        }
        open(admin, "/devices?q=" + "3年a組")
                .andExpect(content()
                        .string(allOf(
                                containsString("ann@school.example"), containsString("春の配布"), containsString("3年A組"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"partner-center", "intune"})
    void theSamplesCanBeUploadedInBothLanguages(String layout) throws Exception {
        for (String language : List.of("en", "ja")) {
            database.update("update account set language = ? where id = ?", language, maker.account());
            byte[] sample = open(maker, REGISTER + "/" + layout + ".csv")
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsByteArray();
            UUID id = batch(upload(maker, admin.tenant().toString(), "", sample));
            assertThat(lines(maker, id)).hasSize(2);
            assertThat(lines(maker, id)).flatExtracting(BatchLine::problems).isEmpty();
        }
        open(maker, REGISTER + "/other.csv").andExpect(status().isNotFound());
    }

    @Test
    void anotherFileUnderTheSameFormIsAnotherBatchAndTheSameIsOne() throws Exception {
        UUID form = Ids.next();
        String customer = admin.tenant().toString();
        byte[] one = (DeviceFixture.PARTNER_CENTER + "S-1,,,Fabrikam,One\n").getBytes(StandardCharsets.UTF_8);
        byte[] two = (DeviceFixture.PARTNER_CENTER + "S-2,,,Fabrikam,Two\n").getBytes(StandardCharsets.UTF_8);
        UUID first = batch(upload(maker, form, customer, "", one));
        assertThat(batch(upload(maker, form, customer, "", two))).isNotEqualTo(first);
        assertThat(batch(upload(maker, form, customer, "", one))).isEqualTo(first);
    }

    @Test
    void aResultCanBeMendedAndUploadedAgain() throws Exception {
        UUID id = batch(upload(DeviceFixture.PARTNER_CENTER + "S-1,,,Fabrikam,Mine\nS-2,,,,Mine\n"));
        register(id);
        String mended = String.join("\r\n", csv(maker, BATCHES + id + "/rows.csv"))
                .replace("S-2,,,,Mine", "S-2,,,Fabrikam,Mine");
        UUID again = batch(upload(mended));
        assertThat(lines(maker, again))
                .extracting(BatchLine::outcome)
                .containsExactly(BatchOutcome.ALREADY, BatchOutcome.WAITING);
        assertThat(lines(maker, again).get(0).problems())
                .containsExactly(BatchProblem.of(DeviceRefusal.ZTD_DEVICE_ALREADY_ASSIGNED));
        register(again);
        assertThat(count("device")).isEqualTo(2);
        open(maker, BATCHES + again).andExpect(content().string(containsString("Row, Result, Problem")));
    }

    /** Each turn of the job begins anew with what the database has, as after a restart. */
    @Test
    void aLongFileIsLookedThroughByTheJobInTurns() throws Exception {
        int rows = 2 * DeviceBatches.AT_ONCE + 1;
        UUID id = batch(upload(DeviceFixture.PARTNER_CENTER
                + IntStream.range(1, rows)
                        .mapToObj(number -> "L-" + number + ",,,Fabrikam," + admin.tenant())
                        .collect(Collectors.joining("\n"))
                + "\nL-1,,,Fabrikam," + admin.tenant() + "\n"));
        assertThat(view(id).state()).isEqualTo(BatchState.CHECKING);
        assertThat(files(id)).isOne();
        assertThat(database.queryForObject(
                        "select count(*) from scheduled_tasks where task_name = 'batch-check' and task_instance = ?",
                        Long.class,
                        id.toString()))
                .isOne();
        open(maker, BATCHES + id)
                .andExpect(content()
                        .string(allOf(
                                containsString("Being checked"),
                                containsString("0 of 2,001 rows"),
                                containsString("data-live=\"true\""),
                                not(containsString("/register\"")))));
        assertThat(job.checkSome(id)).isTrue();
        assertThat(view(id).lookedThrough()).isEqualTo(DeviceBatches.AT_ONCE);
        open(maker, BATCHES + id).andExpect(content().string(containsString("1,000 of 2,001 rows")));
        inJapanese(maker, BATCHES + id).andExpect(status().isOk());
        open(maker, "/partner/batches").andExpect(content().string(containsString("Being checked")));
        register(id);
        assertThat(view(id).state())
                .as("nothing begins before all is looked through")
                .isEqualTo(BatchState.CHECKING);

        Races.meet(List.of(() -> checked(id), () -> checked(id)));
        assertThat(view(id).state()).isEqualTo(BatchState.CHECKED);
        assertThat(view(id).counts())
                .isEqualTo(Map.of(BatchOutcome.WAITING, (long) rows - 1, BatchOutcome.REFUSED, 1L));
        assertThat(files(id)).isZero();
        open(maker, BATCHES + id)
                .andExpect(content()
                        .string(allOf(
                                containsString("2,000 devices are ready"),
                                containsString("stands in row 2 already"),
                                containsString("/register\""))));
    }

    private UUID checked(UUID id) {
        job.check(id);
        return id;
    }

    private long files(UUID batch) {
        return database.queryForObject("select count(*) from batch_file where batch_id = ?", Long.class, batch);
    }

    // whose a device is

    @Test
    void anotherCustomersDeviceIsRefusedWithoutAWordOfWhose() throws Exception {
        UUID device = files.registered(maker, admin);
        String serial = database.queryForObject("select serial from device where id = ?", String.class, device);
        Actor reseller = tenants.partner();
        Actor company = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        invitations.relationship(reseller, company, PartnerType.RESELLER);
        String file = DeviceFixture.PARTNER_CENTER + serial + ",,,Fabrikam,Notebook 14\n";
        UUID id = files.checked(reseller, company, file);
        assertThat(lines(reseller, id).get(0).problems())
                .containsExactly(BatchProblem.of(DeviceRefusal.ZTD_DEVICE_ASSIGNED_TO_OTHER_TENANT));
        open(reseller, BATCHES + id)
                .andExpect(content()
                        .string(allOf(
                                containsString("ZtdDeviceAssignedToOtherTenant"),
                                not(containsString(admin.tenantName())),
                                not(containsString(maker.tenantName())))));
        assertThat(String.join("", csv(reseller, BATCHES + id + "/rows.csv"))).doesNotContain(admin.tenantName());

        remove(admin, "/devices", device).andExpect(status().is3xxRedirection());
        UUID again = files.started(reseller, company, file);
        job.work(again);
        assertThat(lines(reseller, again)).extracting(BatchLine::outcome).containsExactly(BatchOutcome.DONE);
        open(company, "/devices").andExpect(content().string(containsString(serial)));
    }

    @Test
    void onePartnerSeesNothingOfWhatAnotherRegisteredForTheSameCustomer() throws Exception {
        Actor reseller = tenants.partner();
        invitations.relationship(reseller, admin, PartnerType.INDIRECT_RESELLER);
        UUID device = files.registered(reseller, admin);
        String serial = database.queryForObject("select serial from device where id = ?", String.class, device);
        open(maker, "/partner/devices").andExpect(content().string(not(containsString(serial))));
        open(maker, "/partner/devices?customer=" + admin.tenant() + "&show=all")
                .andExpect(content().string(not(containsString(serial))));
        assertThat(String.join("", csv(maker, "/partner/devices/devices.csv?show=all")))
                .doesNotContain(serial);
        // registering it too tells that it is this customer's, and not who registered it
        UUID id = files.checked(maker, admin, DeviceFixture.PARTNER_CENTER + serial + ",,,Fabrikam,Notebook 14\n");
        assertThat(lines(maker, id).get(0).outcome()).isEqualTo(BatchOutcome.ALREADY);
        assertThat(lines(maker, id).get(0).link()).isNull();
        open(maker, BATCHES + id + "?show=all").andExpect(content().string(not(containsString(reseller.tenantName()))));
        // nor does an OEM come into the tenant
        open(maker, onBehalf()).andExpect(status().isConflict());
        open(admin, "/devices?partner=" + maker.tenant()).andExpect(content().string(not(containsString(serial))));
        open(admin, "/devices?partner=" + reseller.tenant()).andExpect(content().string(containsString(serial)));
    }

    // access at each use

    @Test
    void whatIsLeftOfABatchIsRefusedOnceTheRelationshipHasEnded() throws Exception {
        String rows = IntStream.range(0, 60)
                .mapToObj(number -> "E-" + number + ",,,Fabrikam," + admin.tenant())
                .collect(Collectors.joining("\n"));
        UUID id = files.started(maker, admin, DeviceFixture.PARTNER_CENTER + rows + "\n");
        job.workSome(id);
        browser.perform(post("/settings/partner-relationships/" + maker.tenant() + "/" + relationship + "/end")
                        .with(SignedIn.as(admin))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        job.work(id);
        assertThat(view(id).counts()).isEqualTo(Map.of(BatchOutcome.DONE, 50L, BatchOutcome.REFUSED, 10L));
        assertThat(lines(maker, id).get(55).problems())
                .containsExactly(BatchProblem.of(DeviceRefusal.RELATIONSHIP_OVER));
        assertThat(count("device")).isEqualTo(50);
        upload(DeviceFixture.INTUNE + ",P,,,\n")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Choose a customer from the list")));
        open(maker, REGISTER).andExpect(content().string(containsString("There is no customer to register for")));
        open(maker, "/partner/devices").andExpect(content().string(not(containsString("E-0"))));
        open(admin, "/devices").andExpect(content().string(containsString("E-0")));
    }

    @Test
    void aRelationshipOfAnotherTypeRegistersNothing() throws Exception {
        Actor company = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        invitations.relationship(maker, company, PartnerType.GDAP);
        String file = DeviceFixture.INTUNE + ",P,,,\n";
        for (String customer :
                List.of(company.tenant().toString(), tenants.customer().tenant().toString(), "nonsense", "")) {
            upload(maker, customer, "Kept name", file.getBytes(StandardCharsets.UTF_8))
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(content()
                            .string(allOf(
                                    containsString("href=\"#customer\""),
                                    containsString("value=\"Kept name\""),
                                    not(containsString(company.tenantName() + "</option>")))));
        }
    }

    @Test
    void onlyAdminAndSalesAgentsRegisterAndSee() throws Exception {
        UUID id = files.checked(maker, admin);
        Actor helpdesk = tenants.colleague(maker, AdminRole.HELPDESK_AGENT);
        for (String page : List.of(
                "/partner/devices", "/partner/devices/devices.csv", REGISTER, REGISTER + "/intune.csv", BATCHES + id)) {
            open(helpdesk, page).andExpect(status().isForbidden());
            open(admin, page).andExpect(status().isForbidden());
            open(tenants.colleague(maker, AdminRole.SALES_AGENT), page).andExpect(status().isOk());
        }
        upload(helpdesk, admin.tenant().toString(), "", "x".getBytes(StandardCharsets.UTF_8))
                .andExpect(status().isForbidden());
        open(tenants.partner(), BATCHES + id).andExpect(status().isNotFound());
    }

    @Test
    void rolesOpenTheCustomersList() throws Exception {
        UUID device = files.registered(maker, admin);
        Actor reader = tenants.colleague(admin, AdminRole.GLOBAL_READER);
        open(reader, "/devices")
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("/" + device + "/remove"))));
        open(reader, "/devices/" + device + "/remove")
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("method=\"post\" class=\"actions\""))));
        remove(reader, "/devices", device).andExpect(status().isForbidden());
        for (AdminRole role : List.of(AdminRole.BILLING_ADMINISTRATOR, AdminRole.HELPDESK_ADMINISTRATOR)) {
            Actor other = tenants.colleague(admin, role);
            open(other, "/devices").andExpect(status().isForbidden());
            open(other, "/devices/devices.csv").andExpect(status().isForbidden());
            remove(other, "/devices", device).andExpect(status().isForbidden());
        }
        Actor elsewhere = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        remove(elsewhere, "/devices", device).andExpect(status().isNotFound());
        open(elsewhere, "/devices/" + device + "/remove").andExpect(status().isNotFound());
        assertThat(trail("DeviceRemoved")).isEmpty();
    }

    // removing

    @Test
    void removingIsInBothHistoriesAndInThePartnersList() throws Exception {
        UUID device = files.registered(maker, admin);
        open(admin, "/devices/" + device + "/remove")
                .andExpect(content()
                        .string(allOf(
                                containsString("Remove the device S-"),
                                containsString("does not set itself up for you"),
                                containsString("your relationship with " + maker.tenantName() + " stays"))));
        remove(admin, "/devices", device).andExpect(status().is3xxRedirection());
        remove(admin, "/devices", device).andExpect(status().is3xxRedirection());
        assertThat(trail("DeviceRemoved")).singleElement().satisfies(row -> {
            assertThat(row.get("partner_id")).isEqualTo(maker.tenant().value());
            assertThat(row.get("on_behalf_of_id")).isNull();
        });
        open(maker, "/settings/history").andExpect(content().string(containsString("<strong>Device removed</strong>")));
        open(admin, "/settings/history").andExpect(content().string(containsString("<strong>Device removed</strong>")));
        open(admin, "/devices").andExpect(content().string(containsString("No device is registered")));
        open(admin, "/devices?show=removed").andExpect(content().string(containsString("Removed")));
        open(admin, "/devices/" + device + "/remove")
                .andExpect(content().string(containsString("This device is removed already")));
        open(maker, "/partner/devices?show=removed").andExpect(content().string(containsString("S-")));
        assertThat(csv(maker, "/partner/devices/devices.csv?show=all").get(1))
                .contains(",Removed,")
                .doesNotContain("," + admin.name() + ",");
        assertThat(csv(admin, "/devices/devices.csv?show=all").get(1)).endsWith("," + admin.name());
    }

    @Test
    void aPartnerWithTheRoleRemovesOnBehalfAndTheMakerLearnsNothingOfIt() throws Exception {
        UUID device = files.registered(maker, admin);
        Actor agent = tenants.partner();
        open(agent, onBehalf()).andExpect(status().isNotFound());
        invitations.relationship(agent, admin, PartnerType.GDAP); // without a role for devices
        open(agent, onBehalf()).andExpect(status().isForbidden());
        invitations.relationship(agent, admin, PartnerType.ADVISOR); // with Global Administrator
        open(agent, onBehalf())
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(onBehalf() + "/" + device + "/remove")));
        open(agent, "/on-behalf/" + admin.tenant()).andExpect(content().string(containsString(onBehalf())));
        assertThat(csv(agent, onBehalf() + "/devices.csv")).hasSize(2);
        remove(agent, onBehalf(), device)
                .andExpect(status().is3xxRedirection())
                .andExpect(result ->
                        assertThat(result.getResponse().getRedirectedUrl()).isEqualTo(onBehalf()));
        assertThat(trail("DeviceRemoved")).singleElement().satisfies(row -> {
            assertThat(row.get("person_name")).isEqualTo(agent.name());
            assertThat(row.get("on_behalf_of_id")).isEqualTo(admin.tenant().value());
            assertThat(row.get("partner_id")).isEqualTo(agent.tenant().value());
        });
        open(maker, "/settings/history")
                .andExpect(content().string(not(containsString("<strong>Device removed</strong>"))));
        open(maker, "/partner/devices?show=removed").andExpect(content().string(containsString("S-")));
    }

    // hostile input

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "=1+1,P,,F,M|SERIAL|DeviceRefusal.FORMULA|=1+1",
                "S,P,no hash at all,F,M|HASH|DeviceRefusal.INVALID_ZTD_HARDWARE_HASH|no hash at all",
                "S,P,AAAA,F,M|HASH|DeviceRefusal.INVALID_ZTD_HARDWARE_HASH|AAAA",
                "S,,,,M||DeviceRefusal.NOT_IDENTIFIED|",
                "S,P,,F,M,more||DeviceRefusal.TOO_MANY_CELLS|",
            })
    void saysWhatIsWrongAndInWhichColumn(String row, String column, String key, String quoted) throws Exception {
        UUID id = batch(upload(DeviceFixture.PARTNER_CENTER + row + "\n"));
        assertThat(lines(maker, id).get(0).problems())
                .containsExactly(new BatchProblem(column == null ? "" : column, key, quoted == null ? "" : quoted));
        assertThat(lines(maker, id).get(0).outcome()).isEqualTo(BatchOutcome.REFUSED);
        register(id);
        assertThat(count("device")).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Device Serial Number,Hardware Hash;1,2|A column is missing: Windows Product ID.",
                "a,b;1,2|A column is missing: Device Serial Number, Windows Product ID, Hardware Hash.",
                "Device Serial Number,Windows Product ID,Hardware Hash,Serial;1,2,3,4|appears twice: Device Serial Number",
                "Device Serial Number,Windows Product ID,Hardware Hash|nothing",
                "'\"open;x'|quot",
            })
    void aFileThatCannotBeTakenSaysWhy(String text, String said) throws Exception {
        upload(text.replace(';', '\n'))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(allOf(containsString("href=\"#file\""), containsStringIgnoringCase(said))));
        assertThat(batchRows()).isZero();
    }

    private long batchRows() {
        return database.queryForObject(
                "select count(*) from batch where tenant_id = ?",
                Long.class,
                maker.tenant().value());
    }

    @Test
    void bytesThatAreNoTextAndTooManyOfThemAreRefusedBesideTheField() throws Exception {
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, 3, (byte) 0xFF, (byte) 0xFE};
        upload(maker, admin.tenant().toString(), "", picture).andExpect(status().isUnprocessableContent());
        upload(maker, admin.tenant().toString(), "", new byte[0]).andExpect(status().isUnprocessableContent());
        byte[] large = "x".repeat(10 * 1024 * 1024).getBytes(StandardCharsets.UTF_8);
        upload(maker, admin.tenant().toString(), "", large)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("href=\"#file\"")));
        open(maker, REGISTER + "?too-large=true")
                .andExpect(status().isContentTooLarge())
                .andExpect(content().string(containsString("href=\"#file\"")));
        upload(
                        maker,
                        admin.tenant().toString(),
                        "n".repeat(81),
                        (DeviceFixture.INTUNE + ",P,,,\n").getBytes(StandardCharsets.UTF_8))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("href=\"#name\"")));
        assertThat(batchRows()).isZero();
    }

    @Test
    void scriptStaysText() throws Exception {
        String script = "<script>alert(1)</script>";
        UUID id = batch(upload(
                maker,
                admin.tenant().toString(),
                script,
                (DeviceFixture.PARTNER_CENTER.strip() + "," + script + "\n" + script + ",," + "," + script + ","
                                + script + "\n")
                        .getBytes(StandardCharsets.UTF_8)));
        open(maker, BATCHES + id + "?show=all").andExpect(content().string(not(containsString(script))));
        register(id);
        UUID device = database.queryForObject(
                "select id from device where customer_id = ?",
                UUID.class,
                admin.tenant().value());
        open(admin, "/devices").andExpect(content().string(not(containsString(script))));
        open(admin, "/devices/" + device + "/remove").andExpect(content().string(not(containsString(script))));
        open(maker, "/partner/devices").andExpect(content().string(not(containsString(script))));
    }

    @Test
    void addressesSurviveNonsense() throws Exception {
        files.registered(maker, admin);
        String nonsense = "?show=nonsense&before=-1&q=%25%00!_<script>&partner=x&customer=x";
        for (Actor person : List.of(admin, maker)) {
            String page = person == admin ? "/devices" : "/partner/devices";
            open(person, page + nonsense)
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("<script>alert"))));
            open(person, page + "/devices.csv" + nonsense).andExpect(status().isOk());
        }
        UUID id = files.checked(maker, admin);
        open(maker, BATCHES + id + "?show=nonsense&after=-1").andExpect(status().isOk());
        open(maker, BATCHES + "1-or-1=1").andExpect(status().isNotFound());
        open(admin, "/devices/1-or-1=1/remove").andExpect(status().isNotFound());
    }

    @Test
    void thePagesSpeakJapanese() throws Exception {
        UUID device = files.registered(maker, admin);
        UUID id = batch(upload(DeviceFixture.PARTNER_CENTER + "S,,x,,\n"));
        database.update("update account set language = 'ja' where id in (?, ?)", admin.account(), maker.account());
        inJapanese(admin, "/devices").andExpect(content().string(containsString("登録したパートナー")));
        inJapanese(admin, "/devices/" + device + "/remove").andExpect(content().string(containsString("登録を解除しますか?")));
        inJapanese(maker, "/partner/devices").andExpect(content().string(containsString("デバイスの登録")));
        inJapanese(maker, REGISTER).andExpect(content().string(containsString("Intune のレイアウト")));
        inJapanese(maker, BATCHES + id).andExpect(content().string(containsString("完全なハードウェア ハッシュではありません")));
    }
}
