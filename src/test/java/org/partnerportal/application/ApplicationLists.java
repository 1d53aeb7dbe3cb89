package org.partnerportal.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.partnerportal.PortalTestConfiguration.Statements;
import org.partnerportal.security.SignedIn;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Lists of many apps: a fixed number of statements a page, and every app once over all pages. */
abstract class ApplicationLists {

    private static final int MOST_STATEMENTS = 8;
    private static final int MANY = 5_000;

    @Autowired
    private MockMvc browser;

    @Autowired
    private ApplicationService applications;

    @Autowired
    private ApplicationFixture fixture;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private Statements statements;

    private int statementsOf(Actor person, String page) throws Exception {
        statements.countAndReset();
        browser.perform(get(page).with(SignedIn.as(person))).andExpect(status().isOk());
        return statements.countAndReset();
    }

    @Test
    void aPageTakesAsManyStatementsForOneAsForThousands() throws Exception {
        Actor admin = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        Actor partner = tenants.partner();
        fixture.fill(partner, admin, 1);
        int few = statementsOf(admin, "/applications");
        int fewOfPartner = statementsOf(partner, "/partner/applications");
        fixture.fill(partner, admin, MANY);
        ApplicationList first =
                applications.ofCustomer(admin, ApplicationFilter.of(ApplicationFilter.DECIDER, null, null, null, null));
        assertThat(first.isCountCut()).isTrue();
        assertThat(first.lines()).hasSize(ApplicationSearch.PAGE);
        for (String narrowed : List.of(
                "",
                "?before=" + first.next(),
                "?q=77",
                "?show=submitted",
                "?show=all",
                "?partner=" + partner.tenant())) {
            assertThat(statementsOf(admin, "/applications" + narrowed))
                    .as(narrowed)
                    .isEqualTo(few)
                    .isLessThanOrEqualTo(MOST_STATEMENTS);
        }
        for (String narrowed : List.of("", "?show=published", "?customer=" + admin.tenant())) {
            assertThat(statementsOf(partner, "/partner/applications" + narrowed))
                    .as(narrowed)
                    .isEqualTo(fewOfPartner)
                    .isLessThanOrEqualTo(MOST_STATEMENTS);
        }
    }

    @Test
    void everyAppIsOnOnePageOnce() {
        Actor admin = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        Actor partner = tenants.partner();
        fixture.fill(partner, admin, 240);
        fixture.fill(partner, tenants.customer(), 30);
        List<UUID> seen = new ArrayList<>();
        String before = null;
        do {
            ApplicationList page = applications.ofPartner(
                    partner,
                    ApplicationFilter.of(
                            ApplicationFilter.PARTNER, "all", "", admin.tenant().toString(), before));
            page.lines().forEach(line -> seen.add(line.application().id()));
            before = page.next() == null ? null : page.next().toString();
        } while (before != null);
        assertThat(seen).hasSize(240).doesNotHaveDuplicates();
        ApplicationList waiting = applications.ofCustomer(
                admin, ApplicationFilter.of(ApplicationFilter.DECIDER, "submitted", "", null, null));
        assertThat(waiting.count()).isEqualTo(24);
        assertThat(waiting.lines()).allSatisfy(line -> {
            assertThat(line.newest()).isEqualTo("1.0");
            assertThat(line.waiting()).isEqualTo(1);
            assertThat(line.other()).isEqualTo(partner.tenantName());
        });
    }
}
