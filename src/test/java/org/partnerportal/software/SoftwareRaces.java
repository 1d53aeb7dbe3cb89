package org.partnerportal.software;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.partnerportal.Races;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two of a vendor's people make the last product that it may have at the same moment. */
abstract class SoftwareRaces {

    private static final int ROUNDS = 25;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private SoftwareFixture software;

    @Autowired
    private JdbcTemplate database;

    @Test
    void ofTwoOnlyOneMakesTheLastProduct() throws Exception {
        Races.play(ROUNDS, () -> {
            Actor vendor = tenants.partner();
            Actor colleague = tenants.colleague(vendor, AdminRole.ADMIN_AGENT);
            software.fill(vendor, SoftwareRules.MOST_PRODUCTS - 1);
            assertThat(Races.meet(List.of(() -> software.draft(vendor), () -> software.draft(colleague))))
                    .containsExactlyInAnyOrder(Races.DONE, SoftwareRefusal.TOO_MANY_PRODUCTS.name());
            assertThat(database.queryForObject(
                            "select count(*) from software_product where partner_id = ?",
                            Integer.class,
                            vendor.tenant().value()))
                    .isEqualTo(SoftwareRules.MOST_PRODUCTS);
        });
    }
}
