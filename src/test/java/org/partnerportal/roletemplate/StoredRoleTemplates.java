package org.partnerportal.roletemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.partnerportal.roletemplate.RoleTemplateFixture.LICENSE_ADMINISTRATOR;
import static org.partnerportal.roletemplate.RoleTemplateFixture.PARTNER_TIER1_SUPPORT;
import static org.partnerportal.roletemplate.RoleTemplateFixture.SERVICE_SUPPORT_ADMINISTRATOR;
import static org.partnerportal.roletemplate.RoleTemplateFixture.USER_ADMINISTRATOR;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerportal.PortalTestConfiguration.Statements;
import org.partnerportal.Races;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

/** A partner's own templates in the database: kept, found, changed, deleted, recorded. */
abstract class StoredRoleTemplates {

    private static final int ROUNDS = 50;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private RoleTemplateFixture fixture;

    @Autowired
    private RoleTemplateService templates;

    @Autowired
    private Statements statements;

    @Autowired
    private JdbcTemplate database;

    private Actor partner;

    @BeforeEach
    void people() {
        partner = tenants.partner();
    }

    private long trail(String kind) {
        return database.queryForObject(
                "select count(*) from trail_entry where partner_id = ? and customer_id is null and kind = ?",
                Long.class,
                partner.tenant().value(),
                kind);
    }

    private String details(String kind) {
        return database.queryForObject(
                "select details from trail_entry where partner_id = ? and kind = ?",
                String.class,
                partner.tenant().value(),
                kind);
    }

    @Test
    void isKeptAndFoundAgain() {
        UUID id = fixture.create(partner, "Service desk");
        assertThat(templates.own(partner)).singleElement().satisfies(template -> {
            assertThat(template.id()).isEqualTo(id);
            assertThat(template.name()).isEqualTo("Service desk");
            assertThat(template.createdBy()).isEqualTo(partner.name());
            assertThat(template.roles())
                    .containsExactlyInAnyOrder(LICENSE_ADMINISTRATOR, SERVICE_SUPPORT_ADMINISTRATOR);
        });
        assertThat(templates.names(partner)).containsExactly(new TemplateName(id, "Service desk"));
        assertThat(trail("RoleTemplateCreated")).isEqualTo(1);
        assertThat(details("RoleTemplateCreated")).contains("Service desk", LICENSE_ADMINISTRATOR);
    }

    @Test
    void takesTwoStatementsForAnyNumber() {
        for (int number = 0; number < 20; number++) {
            fixture.create(partner, "Template " + number);
        }
        statements.countAndReset();
        assertThat(templates.own(partner)).hasSize(20);
        assertThat(statements.countAndReset()).isEqualTo(2);
    }

    @Test
    void isSortedByName() {
        fixture.create(partner, "b");
        fixture.create(partner, "C");
        fixture.create(partner, "a");
        assertThat(templates.own(partner)).extracting(TemplateView::name).containsExactly("a", "b", "C");
    }

    @Test
    void anotherPartnersIsNotFound() {
        UUID id = fixture.create(partner, "Service desk");
        Actor stranger = tenants.partner();
        var draft = new TemplateDraft("Mine", Set.of(LICENSE_ADMINISTRATOR));
        assertThat(templates.own(stranger)).isEmpty();
        assertThat(templates.names(stranger)).isEmpty();
        assertThatThrownBy(() -> templates.toChange(stranger, id)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> templates.use(stranger, id.toString())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> templates.change(stranger, id, draft)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> templates.delete(stranger, id)).isInstanceOf(NotFoundException.class);
        assertThat(templates.own(partner)).hasSize(1);
    }

    @Test
    void twoPartnersMayUseTheSameName() {
        fixture.create(partner, "Service desk");
        fixture.create(tenants.partner(), "Service desk");
        assertThat(templates.own(partner)).hasSize(1);
    }

    @Test
    void aNameIsUsedOnce() {
        UUID id = fixture.create(partner, "Service desk");
        assertThatThrownBy(() -> fixture.create(partner, "service DESK")).isInstanceOf(RefusedException.class);
        assertThat(templates.check(partner, id, new TemplateDraft("service DESK", Set.of(LICENSE_ADMINISTRATOR))))
                .as("it may keep its own name")
                .isEmpty();
    }

    @Test
    void aConstraintStandsBehindTheName() {
        fixture.create(partner, "Service desk");
        assertThatThrownBy(() -> database.update(
                        "insert into role_template select ?, version, partner_id, 'Other', name_key, created_by, created_at, deleted_at"
                                + " from role_template where partner_id = ?",
                        Ids.next(),
                        partner.tenant().value()))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void thereAreAtMostAHundred() {
        for (int number = 0; number < 100; number++) {
            fixture.create(partner, "Template " + number);
        }
        assertThat(templates.mayCreate(partner)).contains(RoleTemplateRefusal.TOO_MANY);
        assertThatThrownBy(() -> fixture.create(partner, "One more")).isInstanceOf(RefusedException.class);
        assertThat(templates.own(partner)).hasSize(100);
    }

    private Callable<?> creating(UUID id, String name) {
        var draft = new TemplateDraft(name, Set.of(LICENSE_ADMINISTRATOR));
        return () -> {
            templates.create(partner, id, draft);
            return null;
        };
    }

    @Test
    void theLastFreePlaceIsTakenOnceHoweverManyWantItAtOnce() throws Exception {
        for (int number = 0; number < 99; number++) {
            fixture.create(partner, "Template " + number);
        }
        for (int round = 0; round < ROUNDS; round++) {
            List<String> told = Races.meet(List.of(
                    creating(Ids.next(), "One of three"),
                    creating(Ids.next(), "Two of three"),
                    creating(Ids.next(), "Three of three")));
            assertThat(told).as("round %s", round).containsExactlyInAnyOrder(Races.DONE, "TOO_MANY", "TOO_MANY");
            assertThat(templates.own(partner)).hasSize(100);
            templates.own(partner).stream()
                    .filter(template -> template.name().endsWith("of three"))
                    .forEach(template -> templates.delete(partner, template.id()));
        }
    }

    @Test
    void aNameIsUsedOnceHoweverManyWantItAtOnce() throws Exception {
        UUID other = fixture.create(partner, "Other");
        for (int round = 0; round < ROUNDS; round++) {
            String name = "Desk " + round;
            var draft = new TemplateDraft(name, Set.of(LICENSE_ADMINISTRATOR));
            assertThat(Races.meet(List.of(
                            creating(Ids.next(), name), creating(Ids.next(), name.toUpperCase(Locale.ROOT)), () -> {
                                templates.change(partner, other, draft);
                                return null;
                            })))
                    .as("round %s", round)
                    .containsExactlyInAnyOrder(Races.DONE, "NAME_TAKEN", "NAME_TAKEN");
        }
    }

    @Test
    void sentTwiceAtOnceItIsOneTemplate() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            UUID id = Ids.next();
            Callable<?> creating = creating(id, "Desk");
            assertThat(Races.meet(List.of(creating, creating))).containsExactly(Races.DONE, Races.DONE);
            templates.delete(partner, id);
        }
        assertThat(trail("RoleTemplateCreated")).isEqualTo(ROUNDS);
    }

    @Test
    void isChangedAndWhatItWasIsRecorded() {
        UUID id = fixture.create(partner, "Service desk");
        var other = new TemplateDraft("Users", Set.of(USER_ADMINISTRATOR, LICENSE_ADMINISTRATOR));
        templates.change(partner, id, other);
        assertThat(templates.toChange(partner, id).roles()).isEqualTo(other.roles());
        assertThat(details("RoleTemplateChanged"))
                .contains("Users", USER_ADMINISTRATOR, "Service desk", SERVICE_SUPPORT_ADMINISTRATOR);
        templates.change(partner, id, other);
        assertThat(trail("RoleTemplateChanged"))
                .as("nothing has changed the second time")
                .isEqualTo(1);
    }

    @Test
    void isDeletedWithItsRoles() {
        UUID id = fixture.create(partner, "Service desk");
        templates.delete(partner, id);
        assertThat(templates.own(partner)).isEmpty();
        assertThat(database.queryForObject(
                        "select count(*) from role_template_role where template_id = ?", Long.class, id))
                .isZero();
        assertThat(trail("RoleTemplateDeleted")).isEqualTo(1);
    }

    @Test
    void onlyAnAdminAgentDeletesOrChanges() {
        UUID id = fixture.create(partner, "Service desk");
        Actor sales = tenants.colleague(partner, AdminRole.SALES_AGENT);
        assertThat(templates.own(sales)).hasSize(1);
        assertThatThrownBy(() -> templates.delete(sales, id)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> templates.change(sales, id, new TemplateDraft("Mine", Set.of(USER_ADMINISTRATOR))))
                .isInstanceOf(RefusedException.class);
        assertThat(templates.own(partner)).extracting(TemplateView::name).containsExactly("Service desk");
    }

    @Test
    void aRoleThatCanNoLongerBeAskedForIsLeftOutAndNamed() {
        UUID id = fixture.create(partner, "Service desk");
        database.update("insert into role_template_role values (?, ?)", id, PARTNER_TIER1_SUPPORT);
        UsedTemplate used = templates.use(partner, id.toString());
        assertThat(used.roles()).containsExactlyInAnyOrder(LICENSE_ADMINISTRATOR, SERVICE_SUPPORT_ADMINISTRATOR);
        assertThat(used.dropped()).containsExactly(PARTNER_TIER1_SUPPORT);
    }

    @Test
    void aBuiltInOneFillsAnOfferToo() {
        UsedTemplate used = templates.use(partner, "LICENCE_DESK");
        assertThat(used.roles()).contains(LICENSE_ADMINISTRATOR).hasSize(3);
        assertThat(used.dropped()).isEmpty();
    }
}
