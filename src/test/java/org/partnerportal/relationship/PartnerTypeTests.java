package org.partnerportal.relationship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnerportal.entrarole.EntraRole.GLOBAL_ADMINISTRATOR;
import static org.partnerportal.entrarole.EntraRole.HELPDESK_ADMINISTRATOR;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The nine partner types say what section 3 of the rulebook says. */
class PartnerTypeTests {

    @ParameterizedTest
    @CsvSource({
        "ADVISOR, FIXED",
        "INDEPENDENT_SOFTWARE_VENDOR, NONE",
        "INDIRECT_RESELLER, NONE",
        "LINE_OF_BUSINESS, NOT_ASSIGNABLE",
        "MPSA, NONE",
        "OEM, NONE",
        "PARTNER, ANY",
        "GDAP, ANY",
        "RESELLER, NONE"
    })
    void hasTheRolePolicyOfTheRulebook(PartnerType type, RolePolicy policy) {
        assertThat(type.rolePolicy()).isEqualTo(policy);
    }

    @Test
    void isOneOfNine() {
        assertThat(PartnerType.values()).hasSize(9);
    }

    @Test
    void bringsGlobalAndHelpdeskAdministratorAsAnAdvisor() {
        assertThat(PartnerType.ADVISOR.fixedRoles())
                .containsExactlyInAnyOrder(GLOBAL_ADMINISTRATOR, HELPDESK_ADMINISTRATOR);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "ADVISOR")
    void bringsNoRolesAsAnythingElse(PartnerType type) {
        assertThat(type.fixedRoles()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void takesRolesOnlyWhereTheOfferMayNameAny(PartnerType type) {
        assertThat(type.takesRoles()).isEqualTo(type == PartnerType.PARTNER || type == PartnerType.GDAP);
    }

    @ParameterizedTest
    @EnumSource
    void holdsRolesAlsoWhereTheTypeBringsThem(PartnerType type) {
        assertThat(type.holdsRoles()).isEqualTo(type.takesRoles() || type == PartnerType.ADVISOR);
    }

    @ParameterizedTest
    @EnumSource
    void hasATimeLimitOnlyAsGdap(PartnerType type) {
        assertThat(type.isTimeLimited()).isEqualTo(type == PartnerType.GDAP);
    }
}
