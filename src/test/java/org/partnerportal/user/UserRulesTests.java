package org.partnerportal.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.partnerportal.entrarole.EntraRole;
import org.partnerportal.onbehalf.AdminCenter;
import org.partnerportal.onbehalf.AdminCenterFixture;
import org.partnerportal.onbehalf.OnBehalfRefusal;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.Actors;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.Person;

/** Nobody resets somebody more privileged. */
class UserRulesTests {

    private static final Instant CHOSEN = Instant.parse("2026-03-01T09:00:00Z");
    private static final Actor GLOBAL = Actors.globalAdministrator("ann@school.example");
    private static final Actor HELPDESK = Actors.person("hal@school.example", AdminRole.HELPDESK_ADMINISTRATOR);
    private static final Actor READER = Actors.globalReader("rea@school.example");
    private static final Actor AGENT = Actors.adminAgent("sam@partner.example");

    private static Person person(Actor of) {
        return new Person(of.account(), of.tenant(), null, of.name(), of.email(), of.roles(), true, CHOSEN);
    }

    private static final Person PUPIL = person(Actors.person("pupil@school.example"));
    private static final Person BILLING = person(Actors.billingAdministrator("bill@school.example"));

    private static AdminCenter onBehalf(String... roles) {
        return AdminCenterFixture.onBehalf(AGENT, GLOBAL, Set.of(roles));
    }

    private static AdminCenter own(Actor actor) {
        return AdminCenterFixture.own(actor);
    }

    @Test
    void whoeverHoldsNoAdminRoleIsResetByHelpdeskAndMore() {
        for (AdminCenter center : new AdminCenter[] {
            own(GLOBAL),
            own(HELPDESK),
            onBehalf(EntraRole.HELPDESK_ADMINISTRATOR),
            onBehalf(EntraRole.GLOBAL_ADMINISTRATOR)
        }) {
            assertThat(UserRules.reset(center, PUPIL)).isEmpty();
        }
    }

    @Test
    void adminsAreResetByGlobalAdministratorsOnly() {
        assertThat(UserRules.reset(own(GLOBAL), BILLING)).isEmpty();
        assertThat(UserRules.reset(onBehalf(EntraRole.GLOBAL_ADMINISTRATOR), BILLING))
                .isEmpty();
        assertThat(UserRules.reset(own(HELPDESK), BILLING)).contains(UserRefusal.MORE_PRIVILEGED);
        assertThat(UserRules.reset(own(HELPDESK), person(GLOBAL))).contains(UserRefusal.MORE_PRIVILEGED);
        assertThat(UserRules.reset(onBehalf(EntraRole.HELPDESK_ADMINISTRATOR), person(GLOBAL)))
                .contains(UserRefusal.MORE_PRIVILEGED);
    }

    @Test
    void whoeverMayOnlyLookResetsNobody() {
        assertThat(UserRules.reset(own(READER), PUPIL)).contains(OnBehalfRefusal.ROLE_MISSING);
        assertThat(UserRules.reset(onBehalf(EntraRole.GLOBAL_READER), PUPIL))
                .contains(OnBehalfRefusal.DELEGATED_ROLE_MISSING);
    }

    @Test
    void nobodyResetsTheOwnAccount() {
        assertThat(UserRules.reset(own(GLOBAL), person(GLOBAL))).contains(UserRefusal.YOURSELF);
    }

    @Test
    void whoeverRunsThePortalIsResetByNobody() {
        Person operator = person(Actors.person("robin@school.example", AdminRole.OPERATOR));
        assertThat(UserRules.reset(own(GLOBAL), operator)).contains(UserRefusal.OPERATOR);
    }

    @Test
    void whatCannotSignInIsNotReset() {
        Person off = new Person(PUPIL.account(), PUPIL.tenant(), null, "Pupil", PUPIL.email(), Set.of(), false, CHOSEN);
        assertThat(UserRules.reset(own(GLOBAL), off)).contains(UserRefusal.DISABLED);
        Person invited =
                new Person(PUPIL.account(), PUPIL.tenant(), null, "Pupil", PUPIL.email(), Set.of(), true, null);
        assertThat(UserRules.reset(own(GLOBAL), invited)).contains(UserRefusal.NO_PASSWORD_YET);
    }

    @Test
    void aStalePageResetsNothing() {
        assertThat(UserRules.reset(own(GLOBAL), PUPIL, CHOSEN)).isEmpty();
        assertThat(UserRules.reset(own(GLOBAL), PUPIL, CHOSEN.minusNanos(1_000)))
                .contains(UserRefusal.CHANGED_MEANWHILE);
        assertThat(UserRules.reset(own(GLOBAL), PUPIL, null)).contains(UserRefusal.CHANGED_MEANWHILE);
    }
}
