package org.partnerportal.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.partnerportal.tenant.TenantRefusal;

/** What it takes to set the portal up. */
class SetupRulesTests {

    private static final Instant STARTED = Instant.parse("2026-11-25T09:00:00Z");
    private static final Duration MICROSECOND = Duration.ofNanos(1_000);

    @Test
    void aCodeIsGoodFor24Hours() {
        assertThat(SetupRules.code(STARTED, STARTED)).isEmpty();
        Instant end = STARTED.plus(Duration.ofHours(24));
        assertThat(SetupRules.code(STARTED, end.minus(MICROSECOND))).isEmpty();
        assertThat(SetupRules.code(STARTED, end)).contains(SetupRefusal.CODE_WRONG);
    }

    @Test
    void aCodeThatNobodyMadeIsWrong() {
        assertThat(SetupRules.code(null, STARTED)).contains(SetupRefusal.CODE_WRONG);
    }

    @Test
    void theFormIsWhole() {
        assertThat(SetupRules.form(SetupFixture.operator(), Set.of())).isEmpty();
        assertThat(SetupRules.form(new NewOperator("", "", "", "", "", "", ""), Set.of()))
                .containsExactly(
                        TenantRefusal.ORGANISATION_MALFORMED,
                        TenantRefusal.COUNTRY_UNKNOWN,
                        TenantRefusal.DOMAIN_MALFORMED,
                        TenantRefusal.NAME_MALFORMED,
                        TenantRefusal.EMAIL_MALFORMED,
                        TenantRefusal.LANGUAGE_UNKNOWN,
                        TenantRefusal.PASSWORD_TOO_SHORT);
    }

    @Test
    void aCodeIsReadableAndTakenAsPeopleTypeIt() {
        String code = SetupCode.random();
        assertThat(code).matches("([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}");
        assertThat(SetupCode.random()).isNotEqualTo(code);
        String typed =
                " " + code.toLowerCase().replace("-", " ").replace('0', 'o').replace('1', 'l');
        assertThat(SetupCode.sha256(typed)).isEqualTo(SetupCode.sha256(code)).hasSize(64);
    }

    @Test
    void neitherCodeNorPasswordShowsInLogs() {
        var form = new SetupForm("K7QD", "O", "GB", "o.example", "R", "r@o.example", "en", "hush!hush", "");
        assertThat(form.toString() + form.operator()).doesNotContain("K7QD", "hush!hush");
    }
}
