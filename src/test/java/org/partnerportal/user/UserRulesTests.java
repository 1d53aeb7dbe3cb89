package org.partnerportal.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.partnerportal.entrarole.EntraRole;
import org.partnerportal.onbehalf.AdminCenter;
import org.partnerportal.onbehalf.AdminCenterFixture;
import org.partnerportal.onbehalf.OnBehalfRefusal;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.Refusal;
import org.partnerportal.subscription.Domains;
import org.partnerportal.subscription.SubscriptionRules;
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

    private static final Set<AdminRole> READS = Set.of(AdminRole.GLOBAL_READER);

    private static UserRoleForm form(Set<AdminRole> shown, Set<AdminRole> wanted) {
        return new UserRoleForm(
                UserRoleForm.of(shown).shown(), UserRoleForm.of(wanted).role(), null);
    }

    private static Optional<Refusal> change(Actor by, Person person, Set<AdminRole> wanted) {
        return UserRules.changeRoles(own(by), person, form(person.roles(), wanted), 0, Domains.NONE);
    }

    @Test
    void onlyAGlobalAdministratorGivesRolesAndOnlyInTheOwnOrganisation() {
        assertThat(change(GLOBAL, PUPIL, READS)).isEmpty();
        for (Actor other : new Actor[] {HELPDESK, READER, Actors.billingAdministrator("bill@school.example")}) {
            assertThat(change(other, PUPIL, READS)).contains(UserRefusal.NEEDS_GLOBAL_ADMINISTRATOR);
        }
        AdminCenter customers = AdminCenterFixture.onBehalf(
                Actors.partnersPerson("sam@partner.example", AdminRole.GLOBAL_ADMINISTRATOR),
                GLOBAL,
                Set.of(EntraRole.GLOBAL_ADMINISTRATOR));
        assertThat(UserRules.changeRoles(customers, PUPIL)).contains(UserRefusal.NEEDS_GLOBAL_ADMINISTRATOR);
    }

    @Test
    void aPartnersPersonAndWhoeverRunsThePortalGetNoRoles() {
        Actor employee = Actors.person("eve@school.example");
        Person partners = new Person(
                employee.account(), GLOBAL.tenant(), AGENT.tenant(), "Eve", employee.email(), Set.of(), true, CHOSEN);
        assertThat(change(GLOBAL, partners, READS)).contains(UserRefusal.ROLES_BY_RELATIONSHIP);
        Person operator = person(Actors.person("rob@school.example", AdminRole.OPERATOR));
        assertThat(change(GLOBAL, operator, READS)).contains(UserRefusal.OPERATORS_ROLES);
        assertThat(change(GLOBAL, PUPIL, Set.of(AdminRole.OPERATOR))).contains(UserRefusal.ROLE_NOT_AVAILABLE);
    }

    @Test
    void agentsRolesAreForPartners() {
        Set<AdminRole> agent = Set.of(AdminRole.SALES_AGENT);
        assertThat(change(GLOBAL, PUPIL, agent)).contains(UserRefusal.ROLE_NOT_AVAILABLE);
        assertThat(change(Actors.partnersPerson("sam@partner.example", AdminRole.GLOBAL_ADMINISTRATOR), PUPIL, agent))
                .isEmpty();
    }

    @Test
    void theLastGlobalAdministratorStays() {
        Person last = person(GLOBAL);
        assertThat(change(GLOBAL, last, READS)).contains(UserRefusal.LAST_GLOBAL_ADMINISTRATOR);
        assertThat(UserRules.changeRoles(own(GLOBAL), last, form(last.roles(), READS), 1, Domains.NONE))
                .isEmpty();
        assertThat(change(GLOBAL, last, Set.of(AdminRole.GLOBAL_ADMINISTRATOR, AdminRole.GLOBAL_READER)))
                .isEmpty();
    }

    @Test
    void thePageSaysBeforeWhichRoleStays() {
        assertThat(UserRules.take(person(GLOBAL), AdminRole.GLOBAL_ADMINISTRATOR, 0))
                .contains(UserRefusal.LAST_GLOBAL_ADMINISTRATOR);
        assertThat(UserRules.take(person(GLOBAL), AdminRole.GLOBAL_ADMINISTRATOR, 1))
                .isEmpty();
        assertThat(UserRules.take(BILLING, AdminRole.GLOBAL_ADMINISTRATOR, 0)).isEmpty();
        assertThat(UserRules.take(BILLING, AdminRole.BILLING_ADMINISTRATOR, 0)).isEmpty();
    }

    @Test
    void domainsAreLeftWithoutAnybodyOnlyWhereThatIsConfirmed() {
        Person manager = person(Actors.person(
                "mia@school.example", AdminRole.DOMAIN_NAME_ADMINISTRATOR, AdminRole.BILLING_ADMINISTRATOR));
        var domains = new Domains(List.of("school.example"), 1);
        Set<AdminRole> one = Set.of(AdminRole.BILLING_ADMINISTRATOR);
        UserRoleForm asked = form(manager.roles(), one);
        assertThat(UserRules.changeRoles(own(GLOBAL), manager, asked, 1, domains))
                .contains(UserRefusal.LAST_FOR_DOMAINS);
        assertThat(UserRules.changeRoles(own(GLOBAL), manager, asked, 1, Domains.NONE))
                .isEmpty();
        var confirmed = new UserRoleForm(asked.shown(), asked.role(), "true");
        assertThat(UserRules.changeRoles(own(GLOBAL), manager, confirmed, 1, domains))
                .isEmpty();
        Set<AdminRole> more = EnumSet.copyOf(SubscriptionRules.FOR_DOMAINS);
        more.add(AdminRole.GLOBAL_READER);
        assertThat(UserRules.changeRoles(own(GLOBAL), manager, form(manager.roles(), more), 1, domains))
                .as("who keeps both keeps the domains")
                .isEmpty();
    }

    @Test
    void whoeverIsTheOnlyOneIsAloneForDomains() {
        assertThat(UserRules.isAloneForDomains(BILLING, List.of(BILLING.account())))
                .isTrue();
        assertThat(UserRules.isAloneForDomains(BILLING, List.of(BILLING.account(), Ids.next())))
                .isFalse();
        assertThat(UserRules.isAloneForDomains(BILLING, List.of(Ids.next()))).isFalse();
        assertThat(UserRules.isAloneForDomains(BILLING, List.of())).isFalse();
    }

    @Test
    void whatIsNoRoleIsNotAvailable() {
        var form = new UserRoleForm("", List.of("GLOBAL_READER", "<script>"), null);
        assertThat(UserRules.changeRoles(own(GLOBAL), PUPIL, form, 1, Domains.NONE))
                .contains(UserRefusal.ROLE_NOT_AVAILABLE);
    }

    @Test
    void whatWasChangedMeanwhileIsNotChangedBack() {
        assertThat(UserRules.changeRoles(own(GLOBAL), BILLING, form(Set.of(), READS), 0, Domains.NONE))
                .contains(UserRefusal.ROLES_CHANGED_MEANWHILE);
    }
}
