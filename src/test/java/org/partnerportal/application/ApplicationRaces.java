package org.partnerportal.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.partnerportal.Races;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two of a partner's people make an app of the same name at the same moment. */
abstract class ApplicationRaces {

    private static final int ROUNDS = 100;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private InvitationFixture invitations;

    @Autowired
    private ApplicationFixture applications;

    @Autowired
    private JdbcTemplate database;

    private Actor customerOf(Actor partner) {
        Actor customer = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        invitations.relationship(partner, customer, PartnerType.LINE_OF_BUSINESS);
        return customer;
    }

    @Test
    void oneOfTwoAppsWithOneNameIsMade() throws Exception {
        Actor partner = tenants.partner();
        Actor colleague = tenants.colleague(partner, AdminRole.ADMIN_AGENT);
        Races.play(ROUNDS, () -> {
            Actor customer = customerOf(partner);
            String name = "Race " + UUID.randomUUID();
            assertThat(Races.meet(List.of(
                            () -> applications.add(partner, customer, name),
                            () -> applications.add(colleague, customer, name.toUpperCase(Locale.ROOT)))))
                    .containsExactlyInAnyOrder(Races.DONE, ApplicationRefusal.NAME_TAKEN.name());
        });
        Actor customer = customerOf(partner);
        // and whatever writes past the rule, the database refuses
        UUID one = applications.add(partner, customer, "One");
        UUID other = applications.add(partner, customer, "Other");
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> database.update(
                        "update application set name_key = (select name_key from application where id = ?) where id = ?",
                        one,
                        other));
    }
}
