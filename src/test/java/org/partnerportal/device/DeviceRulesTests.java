package org.partnerportal.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerportal.batch.BatchOutcome;
import org.partnerportal.batch.BatchProblem;
import org.partnerportal.batch.BatchResult;
import org.partnerportal.entrarole.EntraRole;
import org.partnerportal.onbehalf.AdminCenter;
import org.partnerportal.onbehalf.AdminCenterFixture;
import org.partnerportal.onbehalf.OnBehalfRefusal;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.Actors;
import org.partnerportal.upload.CsvUpload;

/** What a row needs, by what a device is known, and who registers and removes. */
class DeviceRulesTests {

    private static final Actor AGENT = Actors.adminAgent("sam@partner.example");
    private static final Actor ADMIN = Actors.globalAdministrator("ann@school.example");
    private static final String INTUNE_ADMINISTRATOR = "3a2c62db-5318-420d-8d74-23affee5d9d5";

    private static Map<DeviceColumn, String> cells(String serial, String product, String hash, String... more) {
        Map<DeviceColumn, String> cells = new EnumMap<>(DeviceColumn.class);
        cells.put(DeviceColumn.SERIAL, serial);
        cells.put(DeviceColumn.PRODUCT_ID, product);
        cells.put(DeviceColumn.HASH, hash);
        for (int at = 0; at < more.length; at++) {
            cells.put(DeviceColumn.values()[3 + at], more[at]);
        }
        cells.values().removeIf(String::isEmpty);
        return cells;
    }

    private static SortedSet<String> identities(String serial, String product, String hash, String... more) {
        return DeviceRules.identities(DeviceDescription.of(cells(serial, product, hash, more)));
    }

    private static List<String> refusals(Map<DeviceColumn, String> cells) {
        return DeviceRules.problems(cells).stream().map(BatchProblem::key).toList();
    }

    // who

    @Test
    void adminAndSalesAgentsRegister() {
        assertThat(DeviceRules.register(AGENT)).isEmpty();
        assertThat(DeviceRules.register(ADMIN)).contains(DeviceRefusal.NEEDS_ADMIN_OR_SALES_AGENT);
    }

    @ParameterizedTest
    @EnumSource
    void threeTypesRegisterDevices(PartnerType type) {
        boolean registers = Set.of(PartnerType.OEM, PartnerType.RESELLER, PartnerType.INDIRECT_RESELLER)
                .contains(type);
        assertThat(DeviceRules.registerFor(Set.of(type), true).isEmpty()).isEqualTo(registers);
    }

    @Test
    void nobodyRegistersWithoutARelationshipOrForAnOrganisationThatIsNotInUse() {
        assertThat(DeviceRules.registerFor(Set.of(), true)).contains(DeviceRefusal.RELATIONSHIP_OVER);
        assertThat(DeviceRules.registerFor(Set.of(PartnerType.OEM), false)).contains(DeviceRefusal.RELATIONSHIP_OVER);
        assertThat(DeviceRules.registerFor(Set.of(PartnerType.GDAP, PartnerType.OEM), true))
                .isEmpty();
    }

    @Test
    void removingTakesTheRole() {
        AdminCenter intune = AdminCenterFixture.onBehalf(AGENT, ADMIN, Set.of(INTUNE_ADMINISTRATOR));
        AdminCenter reader = AdminCenterFixture.onBehalf(AGENT, ADMIN, Set.of(EntraRole.GLOBAL_READER));
        assertThat(DeviceRules.remove(AdminCenterFixture.own(ADMIN))).isEmpty();
        assertThat(DeviceRules.remove(intune)).isEmpty();
        assertThat(DeviceRules.remove(reader)).contains(OnBehalfRefusal.DELEGATED_ROLE_MISSING);
    }

    @Test
    void aDeviceAsksTheRuleAndIsRemovedOnce() {
        var device = new Device(
                DeviceDescription.of(cells("", "A-1", "")),
                new DeviceBatch(ADMIN.account(), "Batch"),
                AGENT,
                ADMIN.tenant(),
                Instant.EPOCH);
        AdminCenter reader = AdminCenterFixture.onBehalf(AGENT, ADMIN, Set.of(EntraRole.GLOBAL_READER));
        assertThatThrownBy(() -> device.remove(reader, Instant.EPOCH)).isInstanceOf(RefusedException.class);
        assertThat(device.status()).isEqualTo(DeviceStatus.REGISTERED);
        assertThat(device.remove(AdminCenterFixture.own(ADMIN), Instant.EPOCH)).isTrue();
        assertThat(device.remove(AdminCenterFixture.own(ADMIN), Instant.EPOCH)).isFalse();
        assertThat(device.status()).isEqualTo(DeviceStatus.REMOVED);
    }

    @Test
    void theTrailOfARemovalNamesWhoActedAndElseWhoRegistered() {
        TenantId maker = new TenantId(UUID.randomUUID());
        var facts = new DeviceFacts(UUID.randomUUID(), ADMIN.tenant(), maker, "S", "", "", "", "");
        var own = new DeviceRemoved(Instant.EPOCH, AdminCenterFixture.own(ADMIN), facts);
        assertThat(own.partner()).isEqualTo(maker);
        AdminCenter intune = AdminCenterFixture.onBehalf(AGENT, ADMIN, Set.of(INTUNE_ADMINISTRATOR));
        var onBehalf = new DeviceRemoved(Instant.EPOCH, intune, facts);
        assertThat(onBehalf.partner()).isEqualTo(AGENT.tenant());
        assertThat(onBehalf.onBehalfOf()).isEqualTo(ADMIN.tenant());
    }

    // layouts

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Device Serial Number,Windows Product ID,Hardware Hash,Manufacturer name,Device model|PARTNER_CENTER|",
                "Device Serial Number,Windows Product ID,Hardware Hash,Group Tag,Assigned User|INTUNE|",
                "Device Serial Number,Windows Product ID,Hardware Hash|INTUNE|",
                "hardware hash,DEVICE MODEL,device serial number,Manufacturer Name,windows product id|PARTNER_CENTER|",
                "シリアル番号,プロダクト ID,ハードウェア ハッシュ,製造元,モデル|PARTNER_CENTER|",
                "Device Serial Number,Windows Product ID,Hardware Hash,Device model|PARTNER_CENTER|MANUFACTURER",
                "Device Serial Number,Group Tag|INTUNE|PRODUCT_ID HASH",
            })
    void theHeadingTellsTheLayout(String heading, DeviceLayout layout, String missing) {
        DeviceHeading read = DeviceHeading.of(List.of(heading.split(",")));
        assertThat(read.layout()).isEqualTo(layout);
        assertThat(read.missing())
                .extracting(Enum::name)
                .containsExactlyInAnyOrder(missing == null ? new String[0] : missing.split(" "));
    }

    @Test
    void whatNobodyKnowsIsLeftUnreadAndNothingStandsTwice() {
        DeviceHeading heading = DeviceHeading.of(
                List.of("Device Serial Number", "Colour", "Windows Product ID", "Hardware Hash", "serial number"));
        assertThat(heading.unknown()).containsExactly("Colour");
        assertThat(heading.twice()).containsExactly(DeviceColumn.SERIAL);
        var row = new CsvUpload.Row(2, List.of("S-1", "red", "P-1", ""));
        assertThat(DeviceHeading.of(List.of("Device Serial Number", "Colour", "Windows Product ID"))
                        .cells(row))
                .isEqualTo(cells("S-1", "P-1", ""));
        assertThat(heading.holds(row)).isTrue();
        assertThat(DeviceHeading.of(List.of("Hardware Hash")).holds(row)).isFalse();
    }

    // rows

    @ParameterizedTest
    @CsvSource({"S-1,,,,,NOT_IDENTIFIED", "S-1,,,Fabrikam,,NOT_IDENTIFIED", "S-1,,,,Notebook,NOT_IDENTIFIED"})
    void whatDoesNotIdentifyADeviceIsNotEnough(
            String serial, String product, String hash, String maker, String model, DeviceRefusal refusal) {
        assertThat(refusals(cells(serial, "", "", maker == null ? "" : maker, model == null ? "" : model)))
                .containsExactly(refusal.key());
    }

    @Test
    void eachOfTheThreeIdentifies() {
        assertThat(refusals(cells("", "00330-80000-00000-AA001", ""))).isEmpty();
        assertThat(refusals(cells("", "", DeviceFixture.hash(1)))).isEmpty();
        assertThat(refusals(cells("S-1", "", "", "Fabrikam", "Notebook"))).isEmpty();
        assertThat(identities("S-1", "P-1", DeviceFixture.hash(1), "Fabrikam", "Notebook"))
                .hasSize(3);
        assertThat(identities("S-1", "", "", "Fabrikam")).isEmpty();
    }

    @Test
    void everythingThatIsWrongIsSaid() {
        assertThat(DeviceRules.problems(cells("=1+1", "x".repeat(121), "no hash", "@maker", "m")))
                .extracting(BatchProblem::field, BatchProblem::key)
                .containsExactlyInAnyOrder(
                        tuple("SERIAL", DeviceRefusal.FORMULA.key()),
                        tuple("PRODUCT_ID", DeviceRefusal.CELL_TOO_LONG.key()),
                        tuple("HASH", DeviceRefusal.INVALID_ZTD_HARDWARE_HASH.key()),
                        tuple("MANUFACTURER", DeviceRefusal.FORMULA.key()));
        String longest = "a@" + "b".repeat(58) + ("." + "c".repeat(60)).repeat(3) + ".dd.example";
        assertThat(refusals(cells("", "P", "", "", "", "", longest))).isEmpty();
        assertThat(refusals(cells("", "P", "", "", "", "", "u".repeat(255))))
                .containsExactly(DeviceRefusal.CELL_TOO_LONG.key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"00330-80000-00000-AA551", "1234567890123", "00330-80000-00000-aa551", "００３３０－８００００", "P"})
    void aProductIdHasLettersDigitsAndHyphensBetweenThem(String id) {
        assertThat(refusals(cells("", id, ""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"00330 80000", "00330--80000", "00330-", "製品", "<script>", "00330_80000", "ann@school.example"})
    void whatIsNoProductIdIsNone(String id) {
        assertThat(refusals(cells("", id, ""))).containsExactly(DeviceRefusal.INVALID_PRODUCT_ID.key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann@school.example", "Ann.Lee+lab@School.Example"})
    void aUserIsAnAddress(String user) {
        assertThat(refusals(cells("", "P", "", "", "", "", user))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann", "ann@school", "Ann <ann@school.example>", "ann@school.example,ben@school.example"})
    void whatIsNoAddressIsNoUser(String user) {
        assertThat(refusals(cells("", "P", "", "", "", "", user)))
                .containsExactly(DeviceRefusal.INVALID_ASSIGNED_USER.key());
    }

    // the hash

    @Test
    void aHashIsBase64WithItsFillingAndHasALength() {
        String hash = DeviceFixture.hash(7);
        assertThat(DeviceRules.hash(hash)).isPresent();
        assertThat(DeviceRules.hash(hash.substring(0, 2_000) + "\n" + hash.substring(2_000)))
                .as("broken into lines")
                .isPresent();
        assertThat(DeviceRules.hash(hash.replace(hash.charAt(5), '!'))).isEmpty();
        String filled = Base64.getEncoder().encodeToString(new byte[700]);
        assertThat(filled).endsWith("=");
        assertThat(DeviceRules.hash(filled)).isPresent();
        assertThat(DeviceRules.hash(filled.replace("=", "")))
                .as("without its filling")
                .isEmpty();
        assertThat(DeviceRules.hash(Base64.getEncoder().encodeToString(new byte[DeviceRules.SHORTEST_HASH])))
                .isPresent();
        assertThat(DeviceRules.hash(Base64.getEncoder().encodeToString(new byte[DeviceRules.SHORTEST_HASH - 1])))
                .isEmpty();
        assertThat(DeviceRules.hash("A".repeat(DeviceRules.LONGEST_HASH))).isPresent();
        assertThat(DeviceRules.hash("A".repeat(DeviceRules.LONGEST_HASH + 4))).isEmpty();
    }

    // identities

    @Test
    void capitalsWidthAndBlanksTellNoTwoApart() {
        assertThat(identities("s-1", "", "", "Fabrikam  Inc", "notebook 14"))
                .isEqualTo(identities("Ｓ-1 ", "", "", "FABRIKAM Inc", "Notebook　14"))
                .isNotEqualTo(identities("s-2", "", "", "Fabrikam Inc", "notebook 14"));
        assertThat(identities("", "aa-1", "")).isEqualTo(identities("x", "ＡＡ-1", ""));
        String hash = DeviceFixture.hash(3);
        assertThat(identities("", "", hash))
                .isEqualTo(identities("", "", hash.substring(0, 8) + " " + hash.substring(8)));
        assertThat(hash.toLowerCase(Locale.ROOT)).isNotEqualTo(hash);
        assertThat(identities("", "", hash)).isNotEqualTo(identities("", "", hash.toLowerCase(Locale.ROOT)));
    }

    @Test
    void partsDoNotRunIntoEachOther() {
        assertThat(identities("S1", "", "", "A", "BC")).isNotEqualTo(identities("S1", "", "", "AB", "C"));
        assertThat(identities("", "A", "")).doesNotContainAnyElementsOf(identities("A", "", "", "A", "A"));
    }

    // whose

    @Test
    void aDeviceIsOneCustomersOnly() {
        TenantId mine = ADMIN.tenant();
        TenantId other = new TenantId(UUID.randomUUID());
        assertThat(DeviceRules.taken(List.of(), mine)).isEmpty();
        BatchResult own = DeviceRules.taken(List.of(mine, mine), mine).orElseThrow();
        assertThat(own.outcome()).isEqualTo(BatchOutcome.ALREADY);
        assertThat(own.problems().get(0).key()).isEqualTo(DeviceRefusal.ZTD_DEVICE_ALREADY_ASSIGNED.key());
        BatchResult foreign = DeviceRules.taken(List.of(mine, other), mine).orElseThrow();
        assertThat(foreign.outcome()).isEqualTo(BatchOutcome.REFUSED);
        assertThat(foreign.problems())
                .containsExactly(new BatchProblem("", DeviceRefusal.ZTD_DEVICE_ASSIGNED_TO_OTHER_TENANT.key(), ""));
    }

    @Test
    void aDeviceIsCalledByTheFirstThatItHas() {
        assertThat(DeviceRules.name("S-1", "P-1", "abc")).isEqualTo("S-1");
        assertThat(DeviceRules.name("", "P-1", "abc")).isEqualTo("P-1");
        assertThat(DeviceRules.name("", "", "0123456789abcdef")).isEqualTo("0123456789ab");
    }
}
