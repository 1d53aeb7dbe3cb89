package org.partnerportal.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerportal.tenant.Actors;
import org.partnerportal.tenant.AdminRole;

/** Who looks after an organisation's addresses, and what an address must be. */
class NotificationRulesTests {

    private static final Set<MailTopic> REVIEWS = Set.of(MailTopic.REVIEWS);

    @ParameterizedTest
    @EnumSource(
            names = {"GLOBAL_ADMINISTRATOR", "BILLING_ADMINISTRATOR"},
            value = AdminRole.class)
    void billingAdminsManage(AdminRole role) {
        assertThat(NotificationRules.manage(Actors.person("ben@customer.example", role)))
                .isEmpty();
    }

    @Test
    void aPartnersAdminAgentManages() {
        assertThat(NotificationRules.manage(Actors.partnersPerson("sam@partner.example", AdminRole.ADMIN_AGENT)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = AdminRole.class,
            names = {"GLOBAL_ADMINISTRATOR", "BILLING_ADMINISTRATOR", "ADMIN_AGENT"},
            mode = EnumSource.Mode.EXCLUDE)
    void nobodyElseManages(AdminRole role) {
        assertThat(NotificationRules.manage(Actors.partnersPerson("sam@partner.example", role)))
                .contains(NotificationRefusal.NEEDS_ADMIN);
    }

    @Test
    void anAdminAgentOfNoPartnerDoesNotManage() {
        assertThat(NotificationRules.manage(Actors.person("sam@former.example", AdminRole.ADMIN_AGENT)))
                .contains(NotificationRefusal.NEEDS_ADMIN);
    }

    @Test
    void thereAreTwentyAtMost() {
        var admin = Actors.person("ben@customer.example", AdminRole.BILLING_ADMINISTRATOR);
        assertThat(NotificationRules.add(admin, 19)).isEmpty();
        assertThat(NotificationRules.add(admin, 20)).contains(NotificationRefusal.TOO_MANY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "it", "it@school", "it@school.example\r\nBcc: all@school.example", "\"it\"@school.example"})
    void isAMailAddress(String email) {
        assertThat(NotificationRules.address(email, false, "en", REVIEWS))
                .containsExactly(NotificationRefusal.EMAIL_MALFORMED);
    }

    @Test
    void isThereOnce() {
        assertThat(NotificationRules.address("it@school.example", true, "en", REVIEWS))
                .containsExactly(NotificationRefusal.EMAIL_TAKEN);
    }

    @Test
    void hasALanguageOfThePortal() {
        assertThat(NotificationRules.address("it@school.example", false, "tlh", REVIEWS))
                .containsExactly(NotificationRefusal.LANGUAGE_UNKNOWN);
    }

    @Test
    void getsSomethingThatAnAddressCanGet() {
        assertThat(NotificationRules.topics(Set.of())).contains(NotificationRefusal.TOPICS_MISSING);
        assertThat(NotificationRules.topics(Set.of(MailTopic.INVITATIONS, MailTopic.REVIEWS)))
                .contains(NotificationRefusal.TOPICS_MISSING);
        assertThat(NotificationRules.topics(REVIEWS)).isEmpty();
    }

    @Test
    void sayEverythingThatIsWrong() {
        assertThat(NotificationRules.address("it", false, "", Set.of()))
                .containsExactly(
                        NotificationRefusal.EMAIL_MALFORMED,
                        NotificationRefusal.LANGUAGE_UNKNOWN,
                        NotificationRefusal.TOPICS_MISSING);
    }
}
