package org.partnerportal.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.partnerportal.PortalTestConfiguration.Statements;
import org.partnerportal.onbehalf.AdminCenterFixture;
import org.partnerportal.security.SignedIn;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

/** Lists of 10,000 people: a fixed number of statements a page, and every person once over all pages. */
abstract class UserLists {

    private static final int MOST_STATEMENTS = 5;

    @Autowired
    private MockMvc browser;

    @Autowired
    private UserService users;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private Statements statements;

    @Autowired
    private JdbcTemplate database;

    private int statementsOf(Actor admin, String page) throws Exception {
        statements.countAndReset();
        browser.perform(get(page).with(SignedIn.as(admin))).andExpect(status().isOk());
        return statements.countAndReset();
    }

    private void fill(Actor admin, int people) {
        List<Object[]> rows = new ArrayList<>();
        for (int number = 0; number < people; number++) {
            UUID id = UUID.randomUUID();
            String name = "Person " + number / 3; // many of the same name
            rows.add(new Object[] {id, admin.tenant().value(), id + "@school.example", name});
        }
        database.batchUpdate("""
                insert into account (id, version, tenant_id, email, name, password_hash, language, time_zone, theme,
                    standing, created_at, password_chosen_at)
                values (?, 0, ?, ?, ?, 'x', 'en', 'UTC', 'SYSTEM', 'ACTIVE', now(), now())
                """, rows);
    }

    @Test
    void aPageTakesAsManyStatementsForOneAsForTenThousand() throws Exception {
        Actor admin = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        int few = statementsOf(admin, "/users");
        fill(admin, 10_000);
        assertThat(statementsOf(admin, "/users")).isEqualTo(few).isLessThanOrEqualTo(MOST_STATEMENTS);
        UserList first = users.people(AdminCenterFixture.own(admin), UserFilter.of(null, null, null));
        assertThat(first.isCountCut()).isTrue();
        assertThat(statementsOf(admin, "/users?after=" + first.next())).isEqualTo(few);
    }

    @Test
    void everyPersonIsOnOnePage() {
        Actor admin = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        fill(admin, 240);
        List<UUID> seen = new ArrayList<>();
        String after = null;
        do {
            UserList page = users.people(AdminCenterFixture.own(admin), UserFilter.of(null, null, after));
            page.lines().forEach(line -> seen.add(line.person().account()));
            after = page.next() == null ? null : page.next().toString();
        } while (after != null);
        assertThat(seen).hasSize(241).doesNotHaveDuplicates();
    }
}
