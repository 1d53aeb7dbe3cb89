package org.partnerportal.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.partnerportal.Races;
import org.partnerportal.onbehalf.AdminCenters;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two people change admin roles at the same moment. */
abstract class UserRoleRaces {

    /** The tick before the role of both is taken away. */
    private static final UserRoleForm TAKEN = new UserRoleForm(AdminRole.GLOBAL_ADMINISTRATOR.name(), List.of(), null);

    @Autowired
    private UserRoleService roles;

    @Autowired
    private AdminCenters centers;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private JdbcTemplate database;

    @Test
    void twoWhoTakeTheRoleFromEachOtherLeaveOne() throws Exception {
        Races.play(Races.FEWER_ROUNDS, () -> {
            Actor one = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
            Actor other = tenants.colleague(one, AdminRole.GLOBAL_ADMINISTRATOR);
            List<String> answers = Races.meet(List.of(
                    Executors.callable(() -> roles.change(centers.own(one), other.account(), TAKEN)),
                    Executors.callable(() -> roles.change(centers.own(other), one.account(), TAKEN))));
            assertThat(answers).containsExactlyInAnyOrder(Races.DONE, UserRefusal.LAST_GLOBAL_ADMINISTRATOR.name());
            assertThat(database.queryForObject(
                            "select count(*) from account a join account_role r on r.account_id = a.id"
                                    + " where a.tenant_id = ? and r.role = 'GLOBAL_ADMINISTRATOR'",
                            Long.class,
                            one.tenant().value()))
                    .isEqualTo(1);
        });
    }
}
