package org.partnerportal.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnerportal.application.ApplicationVersionStatus.DRAFT;
import static org.partnerportal.application.ApplicationVersionStatus.PUBLISHED;
import static org.partnerportal.application.ApplicationVersionStatus.REJECTED;
import static org.partnerportal.application.ApplicationVersionStatus.RETIRED;
import static org.partnerportal.application.ApplicationVersionStatus.SUBMITTED;
import static org.partnerportal.application.ApplicationVersionStatus.WITHDRAWN;

import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.Actors;

/** Who does what with apps, what a version has to be, and how versions live. */
class ApplicationRulesTests {

    private static final Actor AGENT = Actors.adminAgent("sam@partner.example");
    private static final Actor SELLER = Actors.salesAgent("lena@partner.example");
    private static final Actor ADMIN = Actors.globalAdministrator("ann@school.example");
    private static final Actor READER = Actors.globalReader("ron@school.example");
    private static final Actor PERSON = Actors.person("pia@school.example");

    // who

    @Test
    void adminAgentsManageAndGlobalAdministratorsDecide() {
        assertThat(ApplicationRules.manage(AGENT)).isEmpty();
        for (Actor other : List.of(SELLER, ADMIN, PERSON)) {
            assertThat(ApplicationRules.manage(other)).contains(ApplicationRefusal.NEEDS_ADMIN_AGENT);
        }
        assertThat(ApplicationRules.decide(ADMIN)).isEmpty();
        for (Actor other : List.of(AGENT, READER, PERSON, Actors.billingAdministrator("bo@school.example"))) {
            assertThat(ApplicationRules.decide(other)).contains(ApplicationRefusal.NEEDS_GLOBAL_ADMINISTRATOR);
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyLineOfBusinessPartnersDevelop(PartnerType type) {
        assertThat(ApplicationRules.isDeveloper(Set.of(type), true)).isEqualTo(type == PartnerType.LINE_OF_BUSINESS);
    }

    @Test
    void nobodyDevelopsWithoutARelationshipOrForAnOrganisationThatIsNotInUse() {
        assertThat(ApplicationRules.isDeveloper(Set.of(), true)).isFalse();
        assertThat(ApplicationRules.isDeveloper(Set.of(PartnerType.LINE_OF_BUSINESS), false))
                .isFalse();
    }

    @Test
    void everythingThatThePartnerDoesTakesTheRelationship() {
        assertThat(List.of(
                        ApplicationRules.add(AGENT, false, 0),
                        ApplicationRules.upload(AGENT, false, 0),
                        ApplicationRules.submit(DRAFT, AGENT, false),
                        ApplicationRules.withdraw(SUBMITTED, AGENT, false),
                        ApplicationRules.delete(DRAFT, AGENT, false),
                        ApplicationRules.retireAsPartner(PUBLISHED, AGENT, false)))
                .allSatisfy(refusal -> assertThat(refusal).contains(ApplicationRefusal.RELATIONSHIP_OVER));
        assertThat(List.of(
                        ApplicationRules.add(SELLER, true, 0),
                        ApplicationRules.upload(SELLER, true, 0),
                        ApplicationRules.submit(DRAFT, SELLER, true),
                        ApplicationRules.withdraw(SUBMITTED, SELLER, true),
                        ApplicationRules.delete(DRAFT, SELLER, true),
                        ApplicationRules.retireAsPartner(PUBLISHED, SELLER, true)))
                .allSatisfy(refusal -> assertThat(refusal).contains(ApplicationRefusal.NEEDS_ADMIN_AGENT));
    }

    @Test
    void thereIsAnEndToAppsAndToVersionsThatNobodyApproved() {
        assertThat(ApplicationRules.add(AGENT, true, 199)).isEmpty();
        assertThat(ApplicationRules.add(AGENT, true, 200)).contains(ApplicationRefusal.TOO_MANY_APPLICATIONS);
        assertThat(ApplicationRules.upload(AGENT, true, 19)).isEmpty();
        assertThat(ApplicationRules.upload(AGENT, true, 20)).contains(ApplicationRefusal.TOO_MANY_VERSIONS);
    }

    // a version's life

    @ParameterizedTest
    @EnumSource
    void eachStatusAllowsWhatFollows(ApplicationVersionStatus status) {
        assertThat(ApplicationRules.submit(status, AGENT, true).isEmpty())
                .isEqualTo(Set.of(DRAFT, WITHDRAWN).contains(status));
        assertThat(ApplicationRules.withdraw(status, AGENT, true).isEmpty()).isEqualTo(status == SUBMITTED);
        assertThat(ApplicationRules.delete(status, AGENT, true).isEmpty())
                .isEqualTo(Set.of(DRAFT, WITHDRAWN, REJECTED).contains(status));
        assertThat(ApplicationRules.retireAsPartner(status, AGENT, true).isEmpty())
                .isEqualTo(status == PUBLISHED);
        assertThat(ApplicationRules.approve(status, ADMIN, true).isEmpty()).isEqualTo(status == SUBMITTED);
        assertThat(ApplicationRules.reject(status, ADMIN).isEmpty()).isEqualTo(status == SUBMITTED);
        assertThat(ApplicationRules.retireAsCustomer(status, ADMIN).isEmpty()).isEqualTo(status == PUBLISHED);
    }

    @Test
    void aRefusalNamesWhatIsInTheWay() {
        assertThat(ApplicationRules.submit(PUBLISHED, AGENT, true)).contains(ApplicationRefusal.NOT_TO_SUBMIT);
        assertThat(ApplicationRules.withdraw(PUBLISHED, AGENT, true)).contains(ApplicationRefusal.NOT_WAITING);
        assertThat(ApplicationRules.delete(SUBMITTED, AGENT, true)).contains(ApplicationRefusal.NOT_TO_DELETE);
        assertThat(ApplicationRules.retireAsPartner(RETIRED, AGENT, true)).contains(ApplicationRefusal.NOT_PUBLISHED);
        assertThat(ApplicationRules.approve(WITHDRAWN, ADMIN, true)).contains(ApplicationRefusal.NOT_WAITING);
        assertThat(ApplicationRules.reject(REJECTED, ADMIN)).contains(ApplicationRefusal.NOT_WAITING);
        assertThat(ApplicationRules.retireAsCustomer(DRAFT, ADMIN)).contains(ApplicationRefusal.NOT_PUBLISHED);
    }

    @Test
    void afterThePartnerIsGoneTheCustomerRejectsAndRetiresButApprovesNothing() {
        assertThat(ApplicationRules.approve(SUBMITTED, ADMIN, false)).contains(ApplicationRefusal.PARTNER_GONE);
        assertThat(ApplicationRules.approve(SUBMITTED, READER, true))
                .contains(ApplicationRefusal.NEEDS_GLOBAL_ADMINISTRATOR);
        assertThat(ApplicationRules.reject(SUBMITTED, READER)).contains(ApplicationRefusal.NEEDS_GLOBAL_ADMINISTRATOR);
        assertThat(ApplicationRules.retireAsCustomer(PUBLISHED, PERSON))
                .contains(ApplicationRefusal.NEEDS_GLOBAL_ADMINISTRATOR);
    }

    @ParameterizedTest
    @EnumSource
    void peopleSeeWhatIsPublishedAndDecidersWhatWasSubmitted(ApplicationVersionStatus status) {
        assertThat(ApplicationRules.maySee(status, PERSON)).isEqualTo(status == PUBLISHED);
        assertThat(ApplicationRules.maySee(status, READER)).isEqualTo(status != DRAFT);
        assertThat(ApplicationRules.mayDownload(status, PERSON)).isEqualTo(status == PUBLISHED);
        assertThat(ApplicationRules.mayDownload(status, ADMIN)).isEqualTo(status == PUBLISHED || status == SUBMITTED);
    }

    // what is typed

    @Test
    void anEntryNeedsANameADescriptionAndAPlatform() {
        assertThat(ApplicationRules.entry("Timetable", "", "説明", Platform.IOS)).isEmpty();
        assertThat(ApplicationRules.entry("", "", "", null))
                .containsExactly(
                        ApplicationRefusal.NAME_MALFORMED,
                        ApplicationRefusal.DESCRIPTION_MISSING,
                        ApplicationRefusal.PLATFORM_MISSING);
        assertThat(ApplicationRules.entry("n".repeat(81), "d".repeat(2001), "\u202e", Platform.IOS))
                .containsExactly(
                        ApplicationRefusal.NAME_MALFORMED,
                        ApplicationRefusal.DESCRIPTION_EN_MALFORMED,
                        ApplicationRefusal.DESCRIPTION_JA_MALFORMED);
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.3, 1.2.3, 00001.00002.00003.00000",
        "01.002, 1.2, 00001.00002.00000.00000",
        "10.0.19041.65535, 10.0.19041.65535, 00010.00000.19041.65535"
    })
    void aNumberHasTwoToFourParts(String typed, String text, String key) {
        assertThat(VersionNumber.of(typed)).contains(new VersionNumber(text, key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1.", ".1", "1.2.3.4.5", "1.2.x", "-1.2", "1.65536", "123456.1", "1 .2", "１.２"})
    void whatIsNoNumberIsNone(String typed) {
        assertThat(VersionNumber.of(typed)).isEmpty();
    }

    private static List<ApplicationRefusal> problems(
            String number, String notes, String file, long bytes, byte[] head) {
        return ApplicationRules.version(
                        new NewVersion(number, notes, file, bytes, head, true),
                        Set.of("00001.00002.00000.00000"),
                        Platform.WINDOWS)
                .toList();
    }

    @Test
    void aVersionNeedsAFreeNumberNotesAndAPackage() {
        byte[] archive = ApplicationFixture.archive(8);
        assertThat(problems("1.3", "New", "a.zip", 8, archive)).isEmpty();
        assertThat(problems("1.2.0", "New", "a.zip", 8, archive)).containsExactly(ApplicationRefusal.NUMBER_TAKEN);
        assertThat(problems("x", "", "", 0, new byte[0]))
                .containsExactly(
                        ApplicationRefusal.NUMBER_MALFORMED,
                        ApplicationRefusal.NOTES_MALFORMED,
                        ApplicationRefusal.FILE_MISSING);
        assertThat(problems("1.3", "n".repeat(4001), "a.zip", 0, new byte[0]))
                .containsExactly(ApplicationRefusal.NOTES_MALFORMED, ApplicationRefusal.FILE_MISSING);
    }

    @Test
    void fiftyMegabytesAreTheMost() {
        byte[] archive = ApplicationFixture.archive(8);
        assertThat(problems("1.3", "New", "a.zip", 52_428_800, archive)).isEmpty();
        assertThat(problems("1.3", "New", "a.zip", 52_428_801, archive))
                .containsExactly(ApplicationRefusal.FILE_TOO_LARGE);
    }

    @ParameterizedTest
    @CsvSource({
        "setup.msi, d0cf11e0a1b11ae1, ",
        "SETUP.EXE, 4d5a900003000000, ",
        "app.msix, 504b030414000000, ",
        "app.appx, 504b030414000000, ",
        "app.intunewin, 504b030414000000, ",
        "app.zip, 504b0304, ",
        "app.zip, 504b0506, ",
        "app.zip, 504b0708, FILE_CONTENT_OTHER",
        "app.msi, 504b030414000000, FILE_CONTENT_OTHER",
        "app.exe, 4d, FILE_CONTENT_OTHER",
        "app.exe, 7f454c4602010100, FILE_CONTENT_OTHER",
        "app.apk, 504b030414000000, FILE_TYPE_OF_OTHER_PLATFORM",
        "app.pkg, 7861722100000000, FILE_TYPE_OF_OTHER_PLATFORM",
        "app.html, 3c68746d6c3e0000, FILE_TYPE_UNKNOWN",
        "app.exe.js, 4d5a900003000000, FILE_TYPE_UNKNOWN",
        "zip, 504b030414000000, FILE_TYPE_UNKNOWN"
    })
    void nameAndContentHaveToAgree(String name, String head, ApplicationRefusal refusal) {
        List<ApplicationRefusal> problems =
                problems("1.3", "New", name, 8, HexFormat.of().parseHex(head));
        assertThat(problems).isEqualTo(refusal == null ? List.of() : List.of(refusal));
    }

    @Test
    void aPackageHasToBeWhole() {
        byte[] head = HexFormat.of().parseHex("504b030414000000");
        assertThat(ApplicationRules.version(
                        new NewVersion("1.3", "New", "a.zip", 14, head, false), Set.of(), Platform.WINDOWS))
                .containsExactly(ApplicationRefusal.FILE_NOT_WHOLE);
    }

    @Test
    void namesDifferInMoreThanCaseWidthAndSigns() {
        List<String> others = List.of("Time-Table", "ｼﾌﾄ表");
        assertThat(ApplicationRules.name("ＴＩＭＥ table", others)).contains(ApplicationRefusal.NAME_TAKEN);
        assertThat(ApplicationRules.name("シフト表", others)).contains(ApplicationRefusal.NAME_TAKEN);
        assertThat(ApplicationRules.name("Timetables", others)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyPlatformTakesSomePackage(Platform platform) {
        assertThat(PackageType.endings(platform)).startsWith(".");
    }

    @Test
    void aReasonSaysSomething() {
        assertThat(ApplicationRules.reason("Too short")).contains(ApplicationRefusal.REASON_MALFORMED);
        assertThat(ApplicationRules.reason("Ten signs.")).isEmpty();
        assertThat(ApplicationRules.reason("r".repeat(1001))).contains(ApplicationRefusal.REASON_MALFORMED);
    }
}
