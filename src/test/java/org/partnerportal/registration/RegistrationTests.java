package org.partnerportal.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
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
    void hidesThePasswordFromLogs() {
        var form = new RegistrationForm(
                "Sakura", "JP", "sakura.example", "Kai", "k@sakura.example", "ja", "hush!hush", "");

        assertThat(form.toString()).doesNotContain("hush!hush");
        assertThat(form.organisationToRegister().toString()).doesNotContain("hush!hush");
    }
}
