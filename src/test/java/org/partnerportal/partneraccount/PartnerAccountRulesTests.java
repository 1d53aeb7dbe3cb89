package org.partnerportal.partneraccount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.partnerportal.entrarole.EntraRole.GLOBAL_READER;
import static org.partnerportal.entrarole.EntraRole.HELPDESK_ADMINISTRATOR;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.partnerportal.entrarole.Permission;
import org.partnerportal.partneraccount.PartnerAccountStanding.State;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.RelationshipState;
import org.partnerportal.relationship.RelationshipStatus;
import org.partnerportal.relationship.RelationshipView;
import org.partnerportal.relationship.RelationshipView.RoleLoss;
import org.partnerportal.relationship.RelationshipView.Went;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.Refusal;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.Actors;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantView;

/** Who makes accounts for a partner's people, and what works of what these were given. */
class PartnerAccountRulesTests {

    private static final Instant NOW = Instant.parse("2027-03-01T09:00:00Z");
    private static final Actor BILLING = Actors.billingAdministrator("ben@school.example");
    private static final Set<String> GRANTED = Set.of(HELPDESK_ADMINISTRATOR, GLOBAL_READER);

    private static RelationshipView relationship(RelationshipStatus status, Set<String> roles) {
        return new RelationshipView(
                Ids.next(),
                Ids.reference(),
                new TenantId(Ids.next()),
                BILLING.tenant(),
                PartnerType.PARTNER,
                "Service desk",
                status,
                null,
                false,
                NOW,
                null,
                null,
                null,
                roles,
                List.of(),
                new RelationshipState(PartnerType.PARTNER, status, null, false, false, roles),
                null);
    }

    private static Optional<PartnerAccountRefusal> create(
            Actor actor, RelationshipStatus status, Set<String> roles, long known) {
        return PartnerAccountRules.create(actor, relationship(status, roles), true, known);
    }

    private static List<Refusal> account(String name, Set<String> roles, boolean taken) {
        return PartnerAccountRules.account(BILLING, name, "kim@partner.example", "en", roles, GRANTED, taken, false)
                .toList();
    }

    @Test
    void aBillingAdministratorMakesAccounts() {
        assertThat(create(BILLING, RelationshipStatus.ACTIVE, GRANTED, PartnerAccountRules.MOST - 1))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = AdminRole.class, names = "(GLOBAL|BILLING)_ADMINISTRATOR", mode = EnumSource.Mode.MATCH_NONE)
    void nobodyElseDoes(AdminRole role) {
        assertThat(create(Actors.person("ann@school.example", role), RelationshipStatus.ACTIVE, GRANTED, 0))
                .contains(PartnerAccountRefusal.NEEDS_BILLING_ADMINISTRATOR);
    }

    @Test
    void readersSeeThem() {
        assertThat(PartnerAccountRules.see(Actors.globalReader("rita@school.example")))
                .isEmpty();
        assertThat(PartnerAccountRules.see(Actors.person("ann@school.example")))
                .contains(PartnerAccountRefusal.NEEDS_READER);
    }

    @Test
    void itTakesARelationshipInForceWithRoles() {
        assertThat(create(BILLING, RelationshipStatus.ENDED, GRANTED, 0))
                .contains(PartnerAccountRefusal.RELATIONSHIP_OVER);
        assertThat(create(BILLING, RelationshipStatus.ACTIVE, Set.of(), 0))
                .contains(PartnerAccountRefusal.NO_ROLES_LEFT);
    }

    @Test
    void aPartnerThatIsSwitchedOffGetsNone() {
        RelationshipView view = relationship(RelationshipStatus.ACTIVE, GRANTED);
        assertThat(PartnerAccountRules.create(BILLING, view, false, 0))
                .contains(PartnerAccountRefusal.PARTNER_DISABLED);
    }

    @Test
    void fiftyAreEnough() {
        assertThat(create(BILLING, RelationshipStatus.ACTIVE, GRANTED, PartnerAccountRules.MOST))
                .contains(PartnerAccountRefusal.TOO_MANY);
    }

    @Test
    void theAccountHasTheGrantedRolesAtMost() {
        assertThat(account("Kim", GRANTED, false)).isEmpty();
        assertThat(account("Kim", Set.of(GLOBAL_READER), false)).isEmpty();
        assertThat(account("Kim", Set.of(), false)).containsExactly(PartnerAccountRefusal.ROLES_MISSING);
        assertThat(account("Kim", Set.of("62e90394-69f5-4237-9190-012177145e10"), false))
                .containsExactly(PartnerAccountRefusal.ROLES_NOT_GRANTED);
    }

    @Test
    void onlyAGlobalAdministratorGivesRolesThatReachAdministrators() {
        Actor global = Actors.globalAdministrator("olivia@school.example");
        for (String role : Permission.RESET_ADMIN_PASSWORDS.roles()) {
            Set<String> roles = Set.of(role, GLOBAL_READER);
            assertThat(PartnerAccountRules.account(
                            BILLING, "Kim", "kim@partner.example", "en", roles, roles, false, false))
                    .containsExactly(PartnerAccountRefusal.ROLES_NEED_GLOBAL_ADMINISTRATOR);
            assertThat(PartnerAccountRules.account(
                            global, "Kim", "kim@partner.example", "en", roles, roles, false, false))
                    .isEmpty();
        }
    }

    @Test
    void anAddressOfTheOrganisationItselfIsRefused() {
        assertThat(PartnerAccountRules.account(
                        BILLING, "Kim", "kim@school.example", "en", GRANTED, GRANTED, false, true))
                .containsExactly(PartnerAccountRefusal.EMAIL_OWN);
    }

    @Test
    void afterTheRelationshipNothingIsSwitchedOn() {
        assertThat(PartnerAccountRules.enable(BILLING, relationship(RelationshipStatus.ACTIVE, Set.of())))
                .isEmpty();
        assertThat(PartnerAccountRules.enable(BILLING, relationship(RelationshipStatus.ENDED, Set.of())))
                .contains(PartnerAccountRefusal.RELATIONSHIP_OVER);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThat(account("", Set.of(), true))
                .containsExactly(
                        PartnerAccountRefusal.NAME_MALFORMED,
                        PartnerAccountRefusal.EMAIL_TAKEN,
                        PartnerAccountRefusal.ROLES_MISSING);
        assertThat(account("k".repeat(61), GRANTED, false)).containsExactly(PartnerAccountRefusal.NAME_MALFORMED);
    }

    @Test
    void whatWorksIsWhatBothSay() {
        assertThat(PartnerAccountRules.inForce(GRANTED, Set.of(GLOBAL_READER))).containsExactly(GLOBAL_READER);
        assertThat(PartnerAccountRules.inForce(Set.of(GLOBAL_READER), GRANTED)).containsExactly(GLOBAL_READER);
        assertThat(PartnerAccountRules.inForce(GRANTED, Set.of())).isEmpty();
    }

    @Test
    void thePartnerStandsBehindTheNameHoweverLongItIs() {
        assertThat(PartnerAccountRules.displayName("Kim", "Fjord Cloud")).isEqualTo("Kim (Fjord Cloud)");
        assertThat(PartnerAccountRules.displayName("k".repeat(60), "雲".repeat(120)))
                .hasSizeLessThanOrEqualTo(120)
                .endsWith("…)");
    }

    @Test
    void takingARoleAsksItsRule() {
        RelationshipView view = relationship(RelationshipStatus.ACTIVE, GRANTED);
        var account = new PartnerAccount(Ids.next(), Ids.next(), view, GRANTED, BILLING, NOW);
        Actor reader = Actors.globalReader("rita@school.example");
        assertThatThrownBy(() -> account.takeRole(GLOBAL_READER, reader, NOW)).isInstanceOf(RefusedException.class);
        assertThat(account.takeRole(GLOBAL_READER, BILLING, NOW)).isTrue();
        assertThat(account.takeRole(GLOBAL_READER, BILLING, NOW))
                .as("gone is gone")
                .isFalse();
        assertThat(account.roles()).containsExactly(HELPDESK_ADMINISTRATOR);
    }

    private static PartnerAccountStanding standing(RelationshipView relationship, boolean employerActive) {
        TenantView employer = new TenantView(relationship.partner(), "Brightwater", "b.example", "JP", employerActive);
        return PartnerAccountRules.standing(GRANTED, List.of(), relationship, employer);
    }

    private static RelationshipView without(RelationshipView view, String role) {
        var gone = new RelationshipView.Grant(role, NOW, NOW.plusSeconds(60), "Ben");
        return new RelationshipView(
                view.id(),
                view.reference(),
                view.partner(),
                view.customer(),
                view.type(),
                view.name(),
                view.status(),
                null,
                false,
                NOW,
                null,
                null,
                null,
                view.roles(),
                List.of(gone),
                view.state(),
                null);
    }

    @Test
    void itsPersonReadsWhatKeepsItFromWorking() {
        RelationshipView active = relationship(RelationshipStatus.ACTIVE, GRANTED);
        assertThat(standing(active, true).state()).isEqualTo(State.WORKS);
        assertThat(standing(active, false).state()).isEqualTo(State.EMPLOYER_DISABLED);
        assertThat(standing(relationship(RelationshipStatus.ENDED, GRANTED), true)
                        .state())
                .isEqualTo(State.RELATIONSHIP_OVER);
        PartnerAccountStanding less = standing(
                without(relationship(RelationshipStatus.ACTIVE, Set.of(GLOBAL_READER)), HELPDESK_ADMINISTRATOR), true);
        assertThat(less)
                .isEqualTo(new PartnerAccountStanding(
                        State.ROLES_REMOVED,
                        "Brightwater",
                        null,
                        List.of(new RoleLoss(NOW.plusSeconds(60), "Ben", Set.of(HELPDESK_ADMINISTRATOR))),
                        Set.of(GLOBAL_READER),
                        true));
        assertThat(less.isIdle()).isFalse();
        TenantView employer = new TenantView(active.partner(), "Brightwater", "b.example", "JP", true);
        assertThat(PartnerAccountRules.standing(Set.of(), List.of(), active, employer)
                        .state())
                .isEqualTo(State.ROLES_TAKEN);
        assertThat(PartnerAccountRules.standing(
                                Set.of(GLOBAL_READER),
                                List.of(),
                                without(relationship(RelationshipStatus.ACTIVE, GRANTED), HELPDESK_ADMINISTRATOR),
                                employer)
                        .state())
                .as("the account never had what went")
                .isEqualTo(State.WORKS);
        var taken = List.of(new Went(HELPDESK_ADMINISTRATOR, NOW, "Ann"));
        assertThat(PartnerAccountRules.standing(Set.of(GLOBAL_READER), taken, active, employer))
                .isEqualTo(new PartnerAccountStanding(
                        State.ROLES_REMOVED,
                        "Brightwater",
                        null,
                        List.of(new RoleLoss(NOW, "Ann", Set.of(HELPDESK_ADMINISTRATOR))),
                        Set.of(GLOBAL_READER),
                        true));
        assertThat(PartnerAccountRules.standing(
                                Set.of(GLOBAL_READER),
                                taken,
                                without(relationship(RelationshipStatus.ACTIVE, GRANTED), HELPDESK_ADMINISTRATOR),
                                employer)
                        .all())
                .as("what went after it was taken")
                .containsExactly(new RoleLoss(NOW, "Ann", Set.of(HELPDESK_ADMINISTRATOR)));
    }
}
