package org.partnerportal.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.Actors;
import org.partnerportal.tenant.AdminRole;

/** Who accepts the agreement for an organisation, and which version. */
class AgreementRulesTests {

    private static final UUID CURRENT = UUID.fromString("0199b0e0-0000-7000-8000-000000000002");
    private static final UUID OLDER = UUID.fromString("0199b0e0-0000-7000-8000-000000000001");

    private static final Actor BEN = Actors.billingAdministrator("ben@alder.example");
    private static final Actor MIA = Actors.person("mia@alder.example");

    @ParameterizedTest
    @EnumSource(names = {"GLOBAL_ADMINISTRATOR", "BILLING_ADMINISTRATOR"})
    void isAcceptedByAtLeastABillingAdministrator(AdminRole role) {
        Actor actor = Actors.person("ben@alder.example", role);

        assertThat(AgreementRules.mayAccept(actor)).isTrue();
        assertThat(AgreementRules.accept(actor, CURRENT, CURRENT, true)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"GLOBAL_ADMINISTRATOR", "BILLING_ADMINISTRATOR"})
    void isNotAcceptedByAnyOtherRole(AdminRole role) {
        Actor actor = Actors.partnersPerson("mia@alder.example", role);

        assertThat(AgreementRules.mayAccept(actor)).isFalse();
        assertThat(AgreementRules.accept(actor, CURRENT, CURRENT, true))
                .contains(AgreementRefusal.NEEDS_BILLING_ADMINISTRATOR);
    }

    @Test
    void isNotAcceptedBySomebodyWithoutRoles() {
        assertThat(AgreementRules.mayAccept(MIA)).isFalse();
        assertThat(AgreementRules.accept(MIA, CURRENT, CURRENT, true))
                .contains(AgreementRefusal.NEEDS_BILLING_ADMINISTRATOR);
    }

    @Test
    void isNotAcceptedWhenANewerVersionCameIntoForceMeanwhile() {
        assertThat(AgreementRules.accept(BEN, OLDER, CURRENT, true)).contains(AgreementRefusal.VERSION_CHANGED);
    }

    @Test
    void isNotAcceptedWhenNoVersionWasShown() {
        assertThat(AgreementRules.accept(BEN, null, CURRENT, true)).contains(AgreementRefusal.VERSION_CHANGED);
    }

    @Test
    void isNotAcceptedWithTheBoxUnticked() {
        assertThat(AgreementRules.accept(BEN, CURRENT, CURRENT, false)).contains(AgreementRefusal.NOT_READ);
    }

    @Test
    void namesTheMissingRoleBeforeAnythingThatThePersonCouldChange() {
        assertThat(AgreementRules.accept(MIA, OLDER, CURRENT, false))
                .contains(AgreementRefusal.NEEDS_BILLING_ADMINISTRATOR);
    }

    @Test
    void namesTheNewerVersionBeforeTheUntickedBox() {
        assertThat(AgreementRules.accept(BEN, OLDER, CURRENT, false)).contains(AgreementRefusal.VERSION_CHANGED);
    }
}
