package org.partnerportal.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.NewAccount;

/** A registration keeps what its first person will need, and never shows a password. */
class RegistrationTests {

    @Test
    void makesThePersonWithTheRolesToBeginWith() {
        NewAccount person = RegistrationFixture.waiting().person(Set.of(AdminRole.GLOBAL_ADMINISTRATOR));

        assertThat(person.roles()).isEqualTo(Set.of(AdminRole.GLOBAL_ADMINISTRATOR));
        assertThat(person.email()).isEqualTo("kai@sakura.example");
        assertThat(person.passwordHash()).isEqualTo("password hash");
        assertThat(person.locale()).isEqualTo(Locale.JAPANESE);
        assertThat(person.zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    }

    @Test
    void knowsTheFormThatBeganIt() {
        assertThat(RegistrationFixture.waiting().isOf(RegistrationFixture.sakura()))
                .isTrue();
        for (NewOrganisation changed : List.of(
                RegistrationFixture.organisation("Sakura"),
                RegistrationFixture.country("US"),
                RegistrationFixture.name("Kai"),
                RegistrationFixture.address("sakura.example", "sato@sakura.example"),
                RegistrationFixture.address("sakura2.example", "kai@sakura.example"),
                RegistrationFixture.language("en"))) {
            assertThat(RegistrationFixture.waiting().isOf(changed)).isFalse();
        }
    }

    @Test
    void hidesThePasswordFromLogs() {
        var form = new RegistrationForm(
                null, "Sakura", "JP", "sakura.example", "Kai", "k@sakura.example", "ja", "hush!hush", "");

        assertThat(form.toString()).doesNotContain("hush!hush");
        assertThat(form.organisationToRegister().toString()).doesNotContain("hush!hush");
    }
}
