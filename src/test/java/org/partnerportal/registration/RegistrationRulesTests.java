package org.partnerportal.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerportal.shared.Refusal;
import org.partnerportal.tenant.TenantRefusal;

/** What an organisation must tell to register, and how long its code is good. */
class RegistrationRulesTests {

    private static final Set<String> COMMON_PASSWORDS = Set.of("password1", "sakura2026");
    private static final Instant NOW = RegistrationFixture.STARTED.plusSeconds(60);
    private static final Instant MICROSECOND_BEFORE_DEATH =
            RegistrationFixture.CODE_DIES.minus(Duration.ofNanos(1_000));
    private static final String LABEL_OF_63 = "d".repeat(63);
    private static final String DOMAIN_OF_253 =
            LABEL_OF_63 + "." + LABEL_OF_63 + "." + LABEL_OF_63 + "." + "d".repeat(61);

    private static List<Refusal> refusals(NewOrganisation form) {
        return RegistrationRules.register(form, COMMON_PASSWORDS).toList();
    }

    private static List<Refusal> ofDomain(String domain) {
        return refusals(RegistrationFixture.address(domain, "kai@" + domain));
    }

    private static List<Refusal> ofEmail(String email) {
        return refusals(RegistrationFixture.address("sakura.example", email));
    }

    private static List<Refusal> ofPassword(String password) {
        return refusals(RegistrationFixture.password(password));
    }

    @Test
    void acceptsAWholeForm() {
        assertThat(refusals(RegistrationFixture.sakura())).isEmpty();
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        assertThat(refusals(new NewOrganisation("", "", "", "", "", "", "")))
                .containsExactlyInAnyOrder(
                        TenantRefusal.ORGANISATION_MALFORMED,
                        TenantRefusal.COUNTRY_UNKNOWN,
                        TenantRefusal.DOMAIN_MALFORMED,
                        TenantRefusal.NAME_MALFORMED,
                        TenantRefusal.EMAIL_MALFORMED,
                        TenantRefusal.LANGUAGE_UNKNOWN,
                        TenantRefusal.PASSWORD_TOO_SHORT);
    }

    // names

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "Sakura\r\nGakuin", "Sakura\u0000"})
    void refusesAnOrganisationWithoutAProperName(String organisation) {
        assertThat(refusals(RegistrationFixture.organisation(organisation)))
                .containsExactly(TenantRefusal.ORGANISATION_MALFORMED);
    }

    @Test
    void takesAnOrganisationsNameOfUpTo120Characters() {
        assertThat(refusals(RegistrationFixture.organisation("学".repeat(120)))).isEmpty();
        assertThat(refusals(RegistrationFixture.organisation("学".repeat(121))))
                .containsExactly(TenantRefusal.ORGANISATION_MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "Kai\nSato", "Kai\u007f"})
    void refusesAPersonWithoutAProperName(String name) {
        assertThat(refusals(RegistrationFixture.name(name))).containsExactly(TenantRefusal.NAME_MALFORMED);
    }

    @Test
    void takesAPersonsNameOfUpTo120Characters() {
        assertThat(refusals(RegistrationFixture.name("花".repeat(120)))).isEmpty();
        assertThat(refusals(RegistrationFixture.name("花".repeat(121)))).containsExactly(TenantRefusal.NAME_MALFORMED);
    }

    // country and language

    @ParameterizedTest
    @ValueSource(strings = {"JP", "GB", "US", "DE"})
    void takesACountryThatIso3166Knows(String country) {
        assertThat(refusals(RegistrationFixture.country(country))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "XX", "jp", "JPN", "Japan"})
    void refusesACountryThatIso3166DoesNotKnow(String country) {
        assertThat(refusals(RegistrationFixture.country(country))).containsExactly(TenantRefusal.COUNTRY_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void takesALanguageThatThePortalSpeaks(String language) {
        assertThat(refusals(RegistrationFixture.language(language))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "de", "JA", "en-GB"})
    void refusesALanguageThatThePortalDoesNotSpeak(String language) {
        assertThat(refusals(RegistrationFixture.language(language))).containsExactly(TenantRefusal.LANGUAGE_UNKNOWN);
    }

    // domain

    @ParameterizedTest
    @ValueSource(
            strings = {"sakura.example", "a.co", "x1.sakura-gakuin.ac.jp", "xn--p8j9a0d9c9a.xn--q9jyb4c", "1.example"})
    void takesADomainName(String domain) {
        assertThat(ofDomain(domain)).isEmpty();
    }

    @Test
    void takesADomainAsPeopleTypeIt() {
        assertThat(refusals(RegistrationFixture.address(" Sakura.EXAMPLE ", " Kai@SAKURA.example ")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sakura",
                ".example",
                "sakura.",
                "sakura..example",
                "-sakura.example",
                "sakura-.example",
                "sakura_gakuin.example",
                "sakura gakuin.example",
                "さくら.example",
                "https://sakura.example",
                "sakura.example/path",
                "sakura.example:25",
                "sakura.e",
                "kai@sakura.example",
                "sakura.example\r\nbcc.example"
            })
    void refusesWhatIsNoDomainName(String domain) {
        assertThat(refusals(RegistrationFixture.address(domain, "kai@sakura.example")))
                .contains(TenantRefusal.DOMAIN_MALFORMED);
    }

    @Test
    void takesADomainOfUpTo253Characters() {
        assertThat(DOMAIN_OF_253).hasSize(253);
        assertThat(refusals(RegistrationFixture.address(DOMAIN_OF_253, "kai@sakura.example")))
                .containsExactly(RegistrationRefusal.EMAIL_NOT_IN_DOMAIN);
        assertThat(refusals(RegistrationFixture.address(DOMAIN_OF_253 + "d", "kai@sakura.example")))
                .containsExactly(TenantRefusal.DOMAIN_MALFORMED, RegistrationRefusal.EMAIL_NOT_IN_DOMAIN);
    }

    @Test
    void takesLabelsOfUpTo63Characters() {
        assertThat(ofDomain(LABEL_OF_63 + ".example")).isEmpty();
        assertThat(ofDomain(LABEL_OF_63 + "d.example"))
                .containsExactly(TenantRefusal.DOMAIN_MALFORMED, TenantRefusal.EMAIL_MALFORMED);
    }

    // address

    @ParameterizedTest
    @ValueSource(strings = {"kai@sakura.example", "kai.sato+portal@sakura.example", "o'neil@sakura.example"})
    void takesAnAddressInTheDomain(String email) {
        assertThat(ofEmail(email)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kai@alder.example",
                "kai@office.sakura.example",
                "kai@a.b.sakura.example",
                "kai@evilsakura.example",
                "kai@sakura.example.evil.example",
                "kai@example.sakura",
                "sakura.example@evil.example"
            })
    void refusesAnAddressOutsideTheDomain(String email) {
        assertThat(ofEmail(email)).containsExactly(RegistrationRefusal.EMAIL_NOT_IN_DOMAIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "kai",
                "@sakura.example",
                "kai@",
                "kai@sakura",
                "kai@@sakura.example",
                "kai@evil.example@sakura.example",
                "kai sato@sakura.example",
                "\"kai\"@sakura.example",
                "\"kai@evil.example\"@sakura.example",
                "Kai <kai@sakura.example>",
                "kai,eve@sakura.example",
                "kai;eve@sakura.example",
                "kai\r\nBcc:eve@sakura.example",
                "kai@sakura.example\r\nBcc: eve@sakura.example",
                "かい@sakura.example",
                "kai@.sakura.example",
                "kai@sakura.example."
            })
    void refusesWhatIsNoAddress(String email) {
        assertThat(ofEmail(email)).containsExactly(TenantRefusal.EMAIL_MALFORMED);
    }

    @Test
    void takesAMailboxOfUpTo64Characters() {
        assertThat(ofEmail("k".repeat(64) + "@sakura.example")).isEmpty();
        assertThat(ofEmail("k".repeat(65) + "@sakura.example")).containsExactly(TenantRefusal.EMAIL_MALFORMED);
    }

    // password

    @Test
    void takesAPasswordOf8To200Characters() {
        assertThat(ofPassword("k7#mq2!")).containsExactly(TenantRefusal.PASSWORD_TOO_SHORT);
        assertThat(ofPassword("k7#mq2!x")).isEmpty();
        assertThat(ofPassword("k".repeat(200))).isEmpty();
        assertThat(ofPassword("k".repeat(201))).containsExactly(TenantRefusal.PASSWORD_TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"password1", "Password1", "PASSWORD1", "sakura2026"})
    void refusesAPasswordThatEverybodyTriesFirst(String password) {
        assertThat(ofPassword(password)).containsExactly(TenantRefusal.PASSWORD_COMMON);
    }

    @Test
    void takesAPasswordThatOnlyBeginsLikeACommonOne() {
        assertThat(ofPassword("password1 and more")).isEmpty();
    }

    @Test
    void countsSpacesInPasswords() {
        assertThat(ofPassword(" a b c d")).isEmpty();
    }

    // code

    @Test
    void lets10MinutesPassForTheCode() {
        Registration registration = RegistrationFixture.waiting();

        assertThat(RegistrationRules.tryCode(registration, RegistrationFixture.STARTED))
                .isEmpty();
        assertThat(RegistrationRules.tryCode(registration, MICROSECOND_BEFORE_DEATH))
                .isEmpty();
        assertThat(RegistrationRules.tryCode(registration, RegistrationFixture.CODE_DIES))
                .contains(RegistrationRefusal.CODE_DEAD);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "4, true", "5, false", "6, false"})
    void letsTheCodeBeTriedFiveTimes(int triesBefore, boolean alive) {
        Registration registration = RegistrationFixture.waiting();
        for (int i = 0; i < triesBefore; i++) {
            registration.countTry();
        }

        assertThat(RegistrationRules.tryCode(registration, NOW).isEmpty()).isEqualTo(alive);
    }

    @Test
    void letsTheCodeBeUsedOnce() {
        Registration registration = RegistrationFixture.waiting();
        registration.confirm(NOW);

        assertThat(RegistrationRules.tryCode(registration, NOW)).contains(RegistrationRefusal.CODE_DEAD);
    }
}
