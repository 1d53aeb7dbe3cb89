package org.partnerportal.onbehalf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.partnerportal.entrarole.EntraRole;
import org.partnerportal.entrarole.Permission;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.Actors;
import org.partnerportal.tenant.AdminRole;

/** What roles let somebody do in the own admin center and in a customer's. */
class OnBehalfRulesTests {

    private static final Actor CUSTOMER = Actors.globalAdministrator("ann@school.example");
    private static final Actor AGENT = Actors.adminAgent("sam@partner.example");

    @Test
    void ownRolesAreTheEntraRolesOfThatName() {
        assertThat(OnBehalfRules.own(Set.of(AdminRole.GLOBAL_ADMINISTRATOR)))
                .isEqualTo(Permission.of(Set.of(EntraRole.GLOBAL_ADMINISTRATOR)));
        assertThat(OnBehalfRules.own(Set.of(AdminRole.HELPDESK_ADMINISTRATOR)))
                .containsExactly(
                        Permission.SEE_USERS,
                        Permission.RESET_PASSWORDS,
                        Permission.SEE_SERVICE_REQUESTS,
                        Permission.HANDLE_SERVICE_REQUESTS);
        assertThat(OnBehalfRules.own(Set.of(AdminRole.GLOBAL_READER)))
                .containsExactly(
                        Permission.SEE_USERS,
                        Permission.SEE_SERVICE_REQUESTS,
                        Permission.SEE_LICENSES,
                        Permission.SEE_BILLING_NOTIFICATIONS,
                        Permission.SEE_DEVICES);
        assertThat(OnBehalfRules.own(Set.of(AdminRole.BILLING_ADMINISTRATOR)))
                .containsExactly(Permission.SEE_LICENSES, Permission.SEE_BILLING_NOTIFICATIONS);
    }

    @Test
    void theOwnRolesOfAPermissionAreThoseThatGiveIt() {
        assertThat(OnBehalfRules.rolesWith(Permission.HANDLE_SERVICE_REQUESTS))
                .containsExactlyInAnyOrder(AdminRole.GLOBAL_ADMINISTRATOR, AdminRole.HELPDESK_ADMINISTRATOR);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"GLOBAL_ADMINISTRATOR", "HELPDESK_ADMINISTRATOR", "GLOBAL_READER", "BILLING_ADMINISTRATOR"},
            mode = EnumSource.Mode.EXCLUDE)
    void otherRolesOpenNothingYet(AdminRole role) {
        assertThat(OnBehalfRules.own(EnumSet.of(role))).isEmpty();
    }

    @Test
    void agentsRolesAreNoneInTheOwnAdminCenter() {
        AdminCenter own = AdminCenterFixture.own(AGENT);
        assertThat(OnBehalfRules.may(own, Permission.SEE_USERS)).contains(OnBehalfRefusal.ROLE_MISSING);
        assertThat(OnBehalfRules.may(AdminCenterFixture.own(CUSTOMER), Permission.SEE_USERS))
                .isEmpty();
    }

    @Test
    void onBehalfOnlyTheDelegatedRolesCount() {
        AdminCenter reader = AdminCenterFixture.onBehalf(AGENT, CUSTOMER, Set.of(EntraRole.GLOBAL_READER));
        assertThat(OnBehalfRules.may(reader, Permission.SEE_USERS)).isEmpty();
        assertThat(OnBehalfRules.may(reader, Permission.RESET_PASSWORDS))
                .contains(OnBehalfRefusal.DELEGATED_ROLE_MISSING);
    }

    @Test
    void theTrailNamesBothSides() {
        AdminCenter center = AdminCenterFixture.onBehalf(AGENT, CUSTOMER, Set.of());
        OnBehalfEvent event = new SignInOnBehalf(Instant.EPOCH, center);
        assertThat(event.partner()).isEqualTo(AGENT.tenant());
        assertThat(event.customer()).isEqualTo(CUSTOMER.tenant());
        assertThat(event.onBehalfOf()).isEqualTo(CUSTOMER.tenant());
        assertThat(center.base()).isEqualTo("/on-behalf/" + CUSTOMER.tenant());
        AdminCenter own = AdminCenterFixture.own(CUSTOMER);
        assertThat(new SignInOnBehalf(Instant.EPOCH, own).partner()).isNull();
        assertThat(new SignInOnBehalf(Instant.EPOCH, own).onBehalfOf()).isNull();
        assertThat(own.base()).isEmpty();
    }
}
