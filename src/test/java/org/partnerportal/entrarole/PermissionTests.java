package org.partnerportal.entrarole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.support.StaticMessageSource;

/** The table of roles and permissions, cell by cell. */
class PermissionTests {

    private static final EntraRoles CATALOGUE = new EntraRoles(new StaticMessageSource());

    @ParameterizedTest
    @CsvSource({
        "RESET_PASSWORDS,Global Administrator;Helpdesk Administrator;Password Administrator;"
                + "Privileged Authentication Administrator;User Administrator",
        "RESET_ADMIN_PASSWORDS,Global Administrator;Privileged Authentication Administrator",
        "SEE_LICENSES,Billing Administrator;Global Administrator;Global Reader;License Administrator;"
                + "User Administrator",
        "ASSIGN_LICENSES,Global Administrator;License Administrator;User Administrator",
        "SEE_BILLING_NOTIFICATIONS,Billing Administrator;Global Administrator;Global Reader",
        "SEE_USERS,Directory Readers;Global Administrator;Global Reader;Helpdesk Administrator;License Administrator;"
                + "Password Administrator;Privileged Authentication Administrator;User Administrator",
        "SEE_SERVICE_REQUESTS,Global Administrator;Global Reader;Helpdesk Administrator;Service Support Administrator",
        "HANDLE_SERVICE_REQUESTS,Global Administrator;Helpdesk Administrator;Service Support Administrator",
        "SEE_DEVICES,Cloud Device Administrator;Global Administrator;Global Reader;Intune Administrator",
        "MANAGE_DEVICES,Cloud Device Administrator;Global Administrator;Intune Administrator"
    })
    void aPermissionComesWithTheseRolesAndNoOther(Permission permission, String roles) {
        List<String> names = CATALOGUE.requestable().stream()
                .filter(role -> role.permissions().contains(permission))
                .map(EntraRole::templateName)
                .sorted()
                .toList();
        assertThat(names).isEqualTo(Arrays.asList(roles.split(";")));
    }

    @ParameterizedTest
    @EnumSource
    void everyRoleOfTheTableIsInTheCatalogue(Permission permission) {
        assertThat(permission.roles()).isNotEmpty().allMatch(CATALOGUE::isRequestable);
    }

    @Test
    void whoeverChangesSomethingSeesIt() {
        for (EntraRole role : CATALOGUE.requestable()) {
            Set<Permission> permissions = role.permissions();
            Set<Permission> implied = permissions.stream()
                    .map(permission -> switch (permission) {
                        case RESET_PASSWORDS, RESET_ADMIN_PASSWORDS -> Permission.SEE_USERS;
                        case HANDLE_SERVICE_REQUESTS -> Permission.SEE_SERVICE_REQUESTS;
                        case MANAGE_DEVICES -> Permission.SEE_DEVICES;
                        case ASSIGN_LICENSES -> Permission.SEE_LICENSES;
                        case SEE_USERS, SEE_DEVICES, SEE_SERVICE_REQUESTS, SEE_LICENSES, SEE_BILLING_NOTIFICATIONS ->
                            permission;
                    })
                    .collect(Collectors.toSet());
            assertThat(permissions).as(role.templateName()).containsAll(implied);
        }
    }

    @Test
    void severalRolesAddUpAndNoneGivesNothing() {
        assertThat(Permission.of(Set.of(EntraRole.PASSWORD_ADMINISTRATOR, EntraRole.GLOBAL_READER)))
                .containsExactly(
                        Permission.SEE_USERS,
                        Permission.RESET_PASSWORDS,
                        Permission.SEE_SERVICE_REQUESTS,
                        Permission.SEE_LICENSES,
                        Permission.SEE_BILLING_NOTIFICATIONS,
                        Permission.SEE_DEVICES);
        assertThat(Permission.of(Set.of())).isEmpty();
        assertThat(Permission.of(Set.of("no-role"))).isEmpty();
    }
}
