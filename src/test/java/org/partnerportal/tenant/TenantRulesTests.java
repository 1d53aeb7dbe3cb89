package org.partnerportal.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerportal.shared.RefusedException;

/** What an organisation, a person and a password must be, and what an operator may do; the rest in RegistrationRulesTests. */
class TenantRulesTests {

    private static final Actor OPERATOR = Actors.person("robin@office.example", AdminRole.OPERATOR);
    private static final Actor ADMINISTRATOR = Actors.globalAdministrator("olivia@alder.example");

    private static List<TenantRefusal> ofOrganisation(String name, String country, String domain) {
        return TenantRules.organisation(name, country, domain).toList();
    }

    @Test
    void takesAWholeOrganisationAndPerson() {
        assertThat(ofOrganisation("Sakura", "JP", "sakura.example")).isEmpty();
        assertThat(TenantRules.person("Kai", "kai@elsewhere.example", "ja")).isEmpty();
    }

    @Test
    void namesEverythingThatIsWrong() {
        assertThat(ofOrganisation("", "", ""))
                .containsExactly(
                        TenantRefusal.ORGANISATION_MALFORMED,
                        TenantRefusal.COUNTRY_UNKNOWN,
                        TenantRefusal.DOMAIN_MALFORMED);
        assertThat(TenantRules.person("", "", ""))
                .containsExactly(
                        TenantRefusal.NAME_MALFORMED, TenantRefusal.EMAIL_MALFORMED, TenantRefusal.LANGUAGE_UNKNOWN);
        assertThat(TenantRules.profile("", ""))
                .containsExactly(TenantRefusal.PHONE_MALFORMED, TenantRefusal.SUPPORT_EMAIL_MALFORMED);
    }

    @Test
    void refusesTheDomainOfAMailProvider() {
        assertThat(ofOrganisation("Sakura", "JP", "gmail.com"))
                .containsExactly(TenantRefusal.DOMAIN_OF_A_MAIL_PROVIDER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"+81 3 5550 0142", "+1 555 0117", "03-5550-0142", "(020) 5550 163", "+49 40 5550 163 ext. 12"})
    void takesATelephoneNumber(String phone) {
        assertThat(TenantRules.profile(phone, "support@p.example")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "call us", "+81\r\n3 5550", "<script>1234567", "123456789012345678901234567890"})
    void refusesWhatIsNoTelephoneNumber(String phone) {
        assertThat(TenantRules.profile(phone, "support@p.example")).containsExactly(TenantRefusal.PHONE_MALFORMED);
    }

    // passwords

    @Test
    void takesAPasswordOf8To200CharactersThatNotEverybodyTries() {
        Set<String> common = Set.of("password1");
        assertThat(TenantRules.password("1234567", common)).contains(TenantRefusal.PASSWORD_TOO_SHORT);
        assertThat(TenantRules.password("k7#mq2!x", common)).isEmpty();
        assertThat(TenantRules.password("k".repeat(200), common)).isEmpty();
        assertThat(TenantRules.password("k".repeat(201), common)).contains(TenantRefusal.PASSWORD_TOO_LONG);
        assertThat(TenantRules.password("Password1", common)).contains(TenantRefusal.PASSWORD_COMMON);
    }

    @Test
    void listsCommonPasswordsInTheFormInWhichTheRuleLooksForThem() throws IOException {
        try (InputStream list = getClass().getResourceAsStream("/tenant/common-passwords.txt")) {
            List<String> passwords = new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();

            assertThat(passwords)
                    .contains("12345678", "password1", "qwertyuiop")
                    .doesNotHaveDuplicates()
                    .allSatisfy(password -> assertThat(password)
                            .isLowerCase()
                            .doesNotContainAnyWhitespaces()
                            .hasSizeGreaterThanOrEqualTo(TenantRules.SHORTEST_PASSWORD));
        }
    }

    // the operator holds no other role

    @ParameterizedTest
    @EnumSource(value = AdminRole.class, mode = EnumSource.Mode.EXCLUDE, names = "OPERATOR")
    void anOperatorHoldsNoOtherRole(AdminRole other) {
        assertThat(TenantRules.roles(EnumSet.of(AdminRole.OPERATOR, other), false))
                .contains(TenantRefusal.OPERATOR_HOLDS_OTHER_ROLE);
    }

    @Test
    void aPartnersPersonHoldsNone() {
        assertThat(TenantRules.roles(Set.of(), true)).isEmpty();
        assertThat(TenantRules.roles(Set.of(AdminRole.GLOBAL_READER), true)).contains(TenantRefusal.PARTNERS_ACCOUNT);
    }

    @Test
    void whatTheOperatorSwitchedOffOnlyTheOperatorSwitchesOn() {
        assertThat(TenantRules.enable(false, true)).isEmpty();
        assertThat(TenantRules.enable(true, false)).isEmpty();
        assertThat(TenantRules.enable(false, false)).contains(TenantRefusal.DISABLED_BY_OPERATOR);
    }

    @Test
    void everybodyElseHoldsAnyRoles() {
        assertThat(TenantRules.roles(Set.of(), false)).isEmpty();
        assertThat(TenantRules.roles(Set.of(AdminRole.OPERATOR), false)).isEmpty();
        assertThat(TenantRules.roles(EnumSet.complementOf(EnumSet.of(AdminRole.OPERATOR)), false))
                .isEmpty();
    }

    private static Account account(AdminRole... roles) {
        var person =
                new NewAccount("robin@office.example", "Robin", "hash", Locale.ENGLISH, ZoneOffset.UTC, Set.of(roles));
        return new Account(Actors.tenant("office.example"), person, Instant.EPOCH);
    }

    @Test
    void noAccountIsMadeWithBoth() {
        assertThatThrownBy(() -> account(AdminRole.OPERATOR, AdminRole.BILLING_ADMINISTRATOR))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("OPERATOR_HOLDS_OTHER_ROLE");
    }

    @Test
    void noAccountIsGivenBothLater() {
        Account operator = account(AdminRole.OPERATOR);
        Set<AdminRole> both = Set.of(AdminRole.OPERATOR, AdminRole.GLOBAL_ADMINISTRATOR);
        assertThatThrownBy(() -> operator.assignRoles(both)).isInstanceOf(RefusedException.class);
        assertThat(operator.roles()).containsExactly(AdminRole.OPERATOR);
    }

    // what an operator may do

    @Test
    void onlyAnOperatorOperates() {
        assertThat(TenantRules.operate(OPERATOR)).isEmpty();
        assertThat(TenantRules.operate(ADMINISTRATOR)).contains(TenantRefusal.NEEDS_OPERATOR);
        assertThat(TenantRules.disable(ADMINISTRATOR, false)).contains(TenantRefusal.NEEDS_OPERATOR);
        assertThat(TenantRules.disableAccount(ADMINISTRATOR, Set.of())).contains(TenantRefusal.NEEDS_OPERATOR);
        assertThat(TenantRules.inviteAdministrator(ADMINISTRATOR, true, 0)).contains(TenantRefusal.NEEDS_OPERATOR);
        assertThat(TenantRules.makePartner(ADMINISTRATOR, true, false)).contains(TenantRefusal.NEEDS_OPERATOR);
        assertThat(TenantRules.sendPasswordLink(ADMINISTRATOR, true, true)).contains(TenantRefusal.NEEDS_OPERATOR);
    }

    @Test
    void theOperatorsOrganisationAndAccountStayInUse() {
        assertThat(TenantRules.disable(OPERATOR, false)).isEmpty();
        assertThat(TenantRules.disable(OPERATOR, true)).contains(TenantRefusal.OPERATORS_ORGANISATION);
        assertThat(TenantRules.disableAccount(OPERATOR, Set.of(AdminRole.GLOBAL_ADMINISTRATOR)))
                .isEmpty();
        assertThat(TenantRules.disableAccount(OPERATOR, Set.of(AdminRole.OPERATOR)))
                .contains(TenantRefusal.OPERATORS_ACCOUNT);
    }

    @Test
    void theFirstAdministratorIsInvitedWhereNobodyCanSignInAsOne() {
        assertThat(TenantRules.inviteAdministrator(OPERATOR, true, 0)).isEmpty();
        assertThat(TenantRules.inviteAdministrator(OPERATOR, true, 1)).contains(TenantRefusal.HAS_ADMINISTRATOR);
        assertThat(TenantRules.inviteAdministrator(OPERATOR, false, 0)).contains(TenantRefusal.ORGANISATION_DISABLED);
    }

    @Test
    void anOrganisationInUseBecomesAPartnerOnce() {
        assertThat(TenantRules.makePartner(OPERATOR, true, false)).isEmpty();
        assertThat(TenantRules.makePartner(OPERATOR, true, true)).contains(TenantRefusal.ALREADY_PARTNER);
        assertThat(TenantRules.makePartner(OPERATOR, false, false)).contains(TenantRefusal.ORGANISATION_DISABLED);
    }

    @Test
    void aPasswordLinkGoesToAnAccountInUse() {
        assertThat(TenantRules.sendPasswordLink(OPERATOR, true, true)).isEmpty();
        assertThat(TenantRules.sendPasswordLink(OPERATOR, false, true)).contains(TenantRefusal.ACCOUNT_DISABLED);
        assertThat(TenantRules.sendPasswordLink(OPERATOR, true, false)).contains(TenantRefusal.ORGANISATION_DISABLED);
    }
}
