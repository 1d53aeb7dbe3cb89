package org.partnerportal.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.Actors;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantRefusal;

/** What a listing must hold, and who does what with it. */
class ListingRulesTests {

    private static final Actor ADMIN = Actors.adminAgent("sam@partner.example");
    private static final Actor SALES = Actors.salesAgent("lena@partner.example");
    private static final Actor OPERATOR = Actors.person("robin@office.example", AdminRole.OPERATOR);
    private static final ListingContent FINE = ListingFixture.content("Fjord Cloud");

    private static ListingContent with(ListingText en, ListingText ja, String phone, String email, String website) {
        return new ListingContent(
                en,
                ja,
                FINE.services(),
                FINE.industries(),
                FINE.sizes(),
                FINE.languages(),
                FINE.countries(),
                FINE.types(),
                FINE.competencies(),
                phone,
                email,
                website);
    }

    private static ListingContent english(String name, String summary, String about, String cities) {
        return with(
                new ListingText(name, "", summary, about, cities, "Sales team"),
                ListingText.NONE,
                FINE.phone(),
                FINE.email(),
                FINE.website());
    }

    private static ListingContent reached(String contact, String phone, String email, String website) {
        return with(FINE.en().withContact(contact), FINE.ja(), phone, email, website);
    }

    private static ListingContent reading(String reading) {
        ListingText ja = new ListingText("北の雲", reading, "学校を移行します。", "メールを移行します。", "", "営業部");
        return with(ListingText.NONE, ja, FINE.phone(), FINE.email(), "");
    }

    private static ListingContent chosen(
            Set<ServiceKind> services,
            Set<OrganisationSize> sizes,
            Set<SpokenLanguage> languages,
            Set<String> countries,
            Set<PartnerType> types) {
        return new ListingContent(
                FINE.en(),
                FINE.ja(),
                services,
                Set.of(),
                sizes,
                languages,
                countries,
                types,
                Set.of(),
                FINE.phone(),
                FINE.email(),
                "");
    }

    private static List<ListingRules.Flaw> flaws(ListingContent content) {
        return ListingRules.check(content).toList();
    }

    @Test
    void aCompleteTextHasNoFlaw() {
        assertThat(flaws(FINE)).isEmpty();
        assertThat(flaws(reading("きたのくも ２０"))).isEmpty();
    }

    static Stream<Arguments> flawed() {
        String about = "a".repeat(4001);
        return Stream.of(
                Arguments.of(english("", "s", "a", ""), ListingRefusal.NAME_MISSING, "enName"),
                Arguments.of(english("n".repeat(121), "s", "a", ""), ListingRefusal.NAME_MALFORMED, "enName"),
                Arguments.of(english("n", "", "a", ""), ListingRefusal.SUMMARY_MISSING, "enSummary"),
                Arguments.of(english("n", "s".repeat(161), "a", ""), ListingRefusal.SUMMARY_MALFORMED, "enSummary"),
                Arguments.of(english("n", "s\nt", "a", ""), ListingRefusal.SUMMARY_MALFORMED, "enSummary"),
                Arguments.of(english("n", "s", "", ""), ListingRefusal.ABOUT_MISSING, "enAbout"),
                Arguments.of(english("n", "s", about, ""), ListingRefusal.ABOUT_MALFORMED, "enAbout"),
                Arguments.of(english("n", "s", "a\u202Eb", ""), ListingRefusal.ABOUT_MALFORMED, "enAbout"),
                Arguments.of(english("n", "s", "a", "c".repeat(201)), ListingRefusal.CITIES_MALFORMED, "enCities"),
                Arguments.of(reading("kita\u202E"), ListingRefusal.READING_MALFORMED, "jaReading"),
                Arguments.of(reading("き".repeat(121)), ListingRefusal.READING_MALFORMED, "jaReading"),
                Arguments.of(
                        with(ListingText.NONE, ListingText.NONE, FINE.phone(), FINE.email(), ""),
                        ListingRefusal.TEXT_MISSING,
                        "enName"),
                Arguments.of(reached("", FINE.phone(), FINE.email(), ""), ListingRefusal.CONTACT_MISSING, "enContact"),
                Arguments.of(
                        reached("c\r\nd", FINE.phone(), FINE.email(), ""),
                        ListingRefusal.CONTACT_MALFORMED,
                        "enContact"),
                Arguments.of(reached("c", "", FINE.email(), ""), ListingRefusal.PHONE_MISSING, "phone"),
                Arguments.of(reached("c", "call me", FINE.email(), ""), ListingRefusal.PHONE_MALFORMED, "phone"),
                Arguments.of(reached("c", FINE.phone(), "", ""), ListingRefusal.EMAIL_MISSING, "email"),
                Arguments.of(
                        reached("c", FINE.phone(), "a@b.example\nBcc: c@d.example", ""),
                        ListingRefusal.EMAIL_MALFORMED,
                        "email"),
                Arguments.of(
                        chosen(Set.of(), FINE.sizes(), FINE.languages(), FINE.countries(), FINE.types()),
                        ListingRefusal.SERVICES_MISSING,
                        "services"),
                Arguments.of(
                        chosen(FINE.services(), Set.of(), FINE.languages(), FINE.countries(), FINE.types()),
                        ListingRefusal.SIZES_MISSING,
                        "sizes"),
                Arguments.of(
                        chosen(FINE.services(), FINE.sizes(), Set.of(), FINE.countries(), FINE.types()),
                        ListingRefusal.LANGUAGES_MISSING,
                        "languages"),
                Arguments.of(
                        chosen(FINE.services(), FINE.sizes(), FINE.languages(), Set.of(), FINE.types()),
                        ListingRefusal.COUNTRIES_MISSING,
                        "countries"),
                Arguments.of(
                        chosen(FINE.services(), FINE.sizes(), FINE.languages(), Set.of("XX"), FINE.types()),
                        ListingRefusal.COUNTRY_UNKNOWN,
                        "countries"),
                Arguments.of(
                        chosen(FINE.services(), FINE.sizes(), FINE.languages(), FINE.countries(), Set.of()),
                        ListingRefusal.TYPES_MISSING,
                        "types"));
    }

    @ParameterizedTest
    @MethodSource("flawed")
    void aFlawIsNamedByItsField(ListingContent content, ListingRefusal refusal, String field) {
        assertThat(flaws(content)).containsExactly(new ListingRules.Flaw(refusal, field));
        // a draft may have gaps, but nothing malformed
        assertThat(ListingRules.checkDraft(content).toList()).isEqualTo(refusal.isGap() ? List.of() : flaws(content));
    }

    @ParameterizedTest
    @CsvSource({
        "http://partner.example",
        "javascript:alert(1)",
        "https://user@partner.example",
        "https://partner.example:8443/",
        "https://localhost/",
        "https://partner example",
        "partner.example"
    })
    void aWebSiteIsAnHttpsAddress(String website) {
        assertThat(flaws(reached("c", FINE.phone(), FINE.email(), website)))
                .containsExactly(new ListingRules.Flaw(ListingRefusal.WEBSITE_MALFORMED, "website"));
    }

    @Test
    void onlyAdminAgentsWriteAndOtherAgentsSee() {
        assertThat(ListingRules.write(ADMIN)).isEmpty();
        assertThat(ListingRules.write(SALES)).contains(ListingRefusal.NEEDS_ADMIN_AGENT);
        assertThat(ListingRules.maySee(SALES)).isTrue();
        assertThat(ListingRules.maySee(Actors.globalAdministrator("ann@school.example")))
                .isFalse();
    }

    @Test
    void aStalePageIsRefused() {
        assertThat(ListingRules.keep(ADMIN, 3, 3)).isEmpty();
        assertThat(ListingRules.keep(ADMIN, 3, 2)).contains(ListingRefusal.CHANGED_MEANWHILE);
        assertThat(ListingRules.submit(ADMIN, DraftState.DRAFT, FINE, 3, 2)).contains(ListingRefusal.CHANGED_MEANWHILE);
        assertThat(ListingRules.approve(OPERATOR, true, DraftState.SUBMITTED, 3, 2))
                .contains(ListingRefusal.CHANGED_MEANWHILE);
        assertThat(ListingRules.giveBack(OPERATOR, DraftState.SUBMITTED, 3, 2, "why"))
                .contains(ListingRefusal.CHANGED_MEANWHILE);
    }

    @Test
    void aCompleteDraftIsSubmittedOnce() {
        assertThat(ListingRules.submit(ADMIN, DraftState.DRAFT, FINE, 1, 1)).isEmpty();
        assertThat(ListingRules.submit(ADMIN, DraftState.RETURNED, FINE, 1, 1)).isEmpty();
        assertThat(ListingRules.submit(ADMIN, DraftState.SUBMITTED, FINE, 1, 1))
                .contains(ListingRefusal.NOTHING_TO_SUBMIT);
        assertThat(ListingRules.submit(ADMIN, null, null, 1, 1)).contains(ListingRefusal.NOTHING_TO_SUBMIT);
        assertThat(ListingRules.submit(ADMIN, DraftState.DRAFT, english("", "s", "a", ""), 1, 1))
                .contains(ListingRefusal.NAME_MISSING);
        assertThat(ListingRules.submit(SALES, DraftState.DRAFT, FINE, 1, 1)).contains(ListingRefusal.NEEDS_ADMIN_AGENT);
    }

    @Test
    void onlyTheOperatorDecidesOnWhatWaits() {
        assertThat(ListingRules.approve(OPERATOR, true, DraftState.SUBMITTED, 1, 1))
                .isEmpty();
        assertThat(ListingRules.approve(OPERATOR, false, DraftState.SUBMITTED, 1, 1))
                .contains(ListingRefusal.ORGANISATION_DISABLED);
        assertThat(ListingRules.giveBack(OPERATOR, DraftState.SUBMITTED, 1, 1, "why"))
                .isEmpty();
        for (DraftState state : Arrays.asList(DraftState.DRAFT, DraftState.RETURNED, null)) {
            assertThat(ListingRules.approve(OPERATOR, true, state, 1, 1)).contains(ListingRefusal.NOTHING_SUBMITTED);
            assertThat(ListingRules.giveBack(OPERATOR, state, 1, 1, "why")).contains(ListingRefusal.NOTHING_SUBMITTED);
        }
        assertThat(ListingRules.approve(ADMIN, true, DraftState.SUBMITTED, 1, 1))
                .contains(TenantRefusal.NEEDS_OPERATOR);
        assertThat(ListingRules.giveBack(ADMIN, DraftState.SUBMITTED, 1, 1, "why"))
                .contains(TenantRefusal.NEEDS_OPERATOR);
    }

    @Test
    void whoSendsBackOrTakesOutSaysWhy() {
        for (String reason : List.of("", " ", "r".repeat(501), "a\u0000b")) {
            assertThat(ListingRules.giveBack(OPERATOR, DraftState.SUBMITTED, 1, 1, reason))
                    .contains(ListingRefusal.REASON_MALFORMED);
            assertThat(ListingRules.block(OPERATOR, true, reason)).contains(ListingRefusal.REASON_MALFORMED);
        }
    }

    @Test
    void onlyWhatWasApprovedIsHiddenOrTakenOut() {
        assertThat(ListingRules.hide(ADMIN, true)).isEmpty();
        assertThat(ListingRules.hide(ADMIN, false)).contains(ListingRefusal.NOT_PUBLISHED);
        assertThat(ListingRules.hide(SALES, true)).contains(ListingRefusal.NEEDS_ADMIN_AGENT);
        assertThat(ListingRules.block(OPERATOR, true, "why")).isEmpty();
        assertThat(ListingRules.block(OPERATOR, false, "why")).contains(ListingRefusal.NOT_PUBLISHED);
        assertThat(ListingRules.block(ADMIN, true, "why")).contains(TenantRefusal.NEEDS_OPERATOR);
        assertThat(ListingRules.unblock(OPERATOR, true)).isEmpty();
        assertThat(ListingRules.unblock(ADMIN, true)).contains(TenantRefusal.NEEDS_OPERATOR);
    }

    @Test
    void aReaderGetsTheOwnLanguageOrTheOtherOne() {
        UnaryOperator<String> name =
                language -> FINE.text(Locale.forLanguageTag(language)).name();
        assertThat(name.apply("en")).isEqualTo("Fjord Cloud");
        assertThat(name.apply("ja")).isEqualTo("Fjord Cloud");
        assertThat(FINE.locale(Locale.JAPANESE)).isEqualTo(Locale.ENGLISH);
        assertThat(reading("").locale(Locale.ENGLISH)).isEqualTo(Locale.JAPANESE);
    }
}
