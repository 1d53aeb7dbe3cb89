package org.partnerportal.roletemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.partnerportal.roletemplate.RoleTemplateFixture.LICENSE_ADMINISTRATOR;
import static org.partnerportal.roletemplate.RoleTemplateFixture.PARTNER_TIER1_SUPPORT;
import static org.partnerportal.roletemplate.RoleTemplateFixture.USER_ADMINISTRATOR;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerportal.entrarole.EntraRole;
import org.partnerportal.entrarole.RoleCategory;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.Actors;
import org.partnerportal.tenant.AdminRole;

/** Each rule of role templates, and each refusal. */
class RoleTemplateRulesTests {

    private static final Actor SAM = Actors.adminAgent("sam@brightwater.example");
    private static final Actor LENA = Actors.salesAgent("lena@brightwater.example");
    private static final Actor NOAH = Actors.helpdeskAgent("noah@brightwater.example");
    private static final Actor OLIVIA = Actors.person("olivia@alder.example", AdminRole.GLOBAL_ADMINISTRATOR);
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private static Optional<EntraRole> catalogue(String id) {
        boolean requestable = !id.equals(PARTNER_TIER1_SUPPORT);
        return id.equals("unknown")
                ? Optional.empty()
                : Optional.of(new EntraRole(id, id, requestable, RoleCategory.OTHER, Set.of(), Set.of(), List.of()));
    }

    private static List<RoleTemplateRefusal> draft(String name, String... roles) {
        return RoleTemplateRules.draft(new TemplateDraft(name, Set.of(roles)), false, RoleTemplateRulesTests::catalogue)
                .toList();
    }

    private static RoleTemplate template() {
        return new RoleTemplate(
                UUID.randomUUID(), new TemplateDraft("Service desk", Set.of(LICENSE_ADMINISTRATOR)), SAM, 0, NOW);
    }

    @Test
    void everyAgentOfThePartnerSeesItsTemplates() {
        assertThat(RoleTemplateRules.see(SAM)).isEmpty();
        assertThat(RoleTemplateRules.see(LENA)).isEmpty();
        assertThat(RoleTemplateRules.see(NOAH)).isEmpty();
    }

    @Test
    void nobodyElseSeesThem() {
        assertThat(RoleTemplateRules.see(OLIVIA)).contains(RoleTemplateRefusal.NEEDS_AGENT);
        assertThat(RoleTemplateRules.manage(OLIVIA)).contains(RoleTemplateRefusal.NEEDS_AGENT);
    }

    @Test
    void onlyAnAdminAgentChangesThem() {
        assertThat(RoleTemplateRules.manage(SAM)).isEmpty();
        assertThat(RoleTemplateRules.manage(LENA)).contains(RoleTemplateRefusal.NEEDS_ADMIN_AGENT);
        assertThat(RoleTemplateRules.manage(NOAH)).contains(RoleTemplateRefusal.NEEDS_ADMIN_AGENT);
    }

    @Test
    void aPartnerKeepsAHundred() {
        assertThat(RoleTemplateRules.create(SAM, 99)).isEmpty();
        assertThat(RoleTemplateRules.create(SAM, 100)).contains(RoleTemplateRefusal.TOO_MANY);
        assertThat(RoleTemplateRules.create(NOAH, 0)).contains(RoleTemplateRefusal.NEEDS_ADMIN_AGENT);
    }

    @Test
    void aNameAndOneRoleAreEnough() {
        assertThat(draft("Service desk", LICENSE_ADMINISTRATOR)).isEmpty();
        assertThat(draft("サービス デスク", LICENSE_ADMINISTRATOR)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void aNameIsNeeded(String name) {
        assertThat(draft(name, LICENSE_ADMINISTRATOR)).containsExactly(RoleTemplateRefusal.NAME_MISSING);
    }

    @Test
    void aNameHasAtMostSixtyCharacters() {
        assertThat(draft("x".repeat(60), LICENSE_ADMINISTRATOR)).isEmpty();
        assertThat(draft("x".repeat(61), LICENSE_ADMINISTRATOR)).containsExactly(RoleTemplateRefusal.NAME_TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "one\ntwo",
                "\u202egpj.exe",
                "\u200b",
                "one\u2028two",
                "De\u200fsk",
                "\ufeffDesk",
                "Desk\udb40\udc41"
            })
    void aNameShowsItselfAsItIs(String name) {
        assertThat(draft(name, LICENSE_ADMINISTRATOR)).containsExactly(RoleTemplateRefusal.NAME_MALFORMED);
    }

    @Test
    void aNameStandsForOneTemplate() {
        var draft = new TemplateDraft("Service desk", Set.of(LICENSE_ADMINISTRATOR));
        assertThat(RoleTemplateRules.draft(draft, true, RoleTemplateRulesTests::catalogue))
                .containsExactly(RoleTemplateRefusal.NAME_TAKEN);
    }

    @Test
    void capitalsDoNotMakeAnotherName() {
        assertThat(new TemplateDraft(" SERVICE Desk ", Set.of()).nameKey())
                .isEqualTo(new TemplateDraft("Service desk", Set.of()).nameKey());
    }

    @Test
    void aRoleIsNeeded() {
        assertThat(draft("Service desk")).containsExactly(RoleTemplateRefusal.ROLES_MISSING);
    }

    @Test
    void everyRoleIsInTheCatalogue() {
        assertThat(draft("Service desk", LICENSE_ADMINISTRATOR, "unknown"))
                .containsExactly(RoleTemplateRefusal.ROLE_UNKNOWN);
    }

    @Test
    void everyRoleCanBeAskedFor() {
        assertThat(draft("Service desk", LICENSE_ADMINISTRATOR, PARTNER_TIER1_SUPPORT))
                .containsExactly(RoleTemplateRefusal.ROLE_DEPRECATED);
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        assertThat(draft("")).containsExactly(RoleTemplateRefusal.NAME_MISSING, RoleTemplateRefusal.ROLES_MISSING);
    }

    @Test
    void noTemplateIsMadeAgainstTheRule() {
        var draft = new TemplateDraft("Service desk", Set.of(LICENSE_ADMINISTRATOR));
        assertThatThrownBy(() -> new RoleTemplate(UUID.randomUUID(), draft, LENA, 0, NOW))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> new RoleTemplate(UUID.randomUUID(), draft, SAM, 100, NOW))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void noTemplateIsChangedAgainstTheRule() {
        RoleTemplate template = template();
        var other = new TemplateDraft("Users", Set.of(USER_ADMINISTRATOR));
        assertThatThrownBy(() -> template.change(other, LENA)).isInstanceOf(RefusedException.class);
        assertThat(template.content().name()).isEqualTo("Service desk");
        template.change(other, SAM);
        assertThat(template.content()).isEqualTo(other);
    }
}
