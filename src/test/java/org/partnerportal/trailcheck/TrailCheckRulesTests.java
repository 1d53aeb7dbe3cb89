package org.partnerportal.trailcheck;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.Actors;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantRefusal;

/** Who has the trail checked, and against what. */
class TrailCheckRulesTests {

    private static final Actor ROBIN = Actors.person("robin@office.example", AdminRole.OPERATOR);
    private static final String HEAD = "1000:" + "5f".repeat(32);

    @Test
    void anOperatorHasItChecked() {
        assertThat(TrailCheckRules.ask(ROBIN, "")).isEmpty();
        assertThat(TrailCheckRules.ask(ROBIN, HEAD)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = AdminRole.class, names = "OPERATOR", mode = EnumSource.Mode.EXCLUDE)
    void nobodyElse(AdminRole role) {
        Actor somebody = Actors.partnersPerson("sam@partner.example", role);
        assertThat(TrailCheckRules.ask(somebody, "")).contains(TenantRefusal.NEEDS_OPERATOR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000", "1000:5f", ":", "x:y", "<script>"})
    void onlyAgainstAnEnd(String noted) {
        assertThat(TrailCheckRules.ask(ROBIN, noted)).contains(TrailCheckRefusal.NOTED_MALFORMED);
    }
}
