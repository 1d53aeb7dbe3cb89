package org.partnerportal.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

/** The operator's lists: what they find, by how many statements, and what they say of jobs. */
abstract class OperatorLists {

    private static final int MANY = 60;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private OperatorService operatorService;

    @Autowired
    private JobService jobService;

    @Autowired
    private Statements statements;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private MockMvc browser;

    private int statementsOf(Actor operator, String page) throws Exception {
        statements.countAndReset();
        browser.perform(get(page).with(SignedIn.as(operator))).andExpect(status().isOk());
        return statements.countAndReset();
    }

    @Test
    void takeAFewStatementsForAnyNumberOfRows() throws Exception {
        Actor operator = tenants.operator();
        Actor customer = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR, AdminRole.BILLING_ADMINISTRATOR);
        String people = "/operator/accounts?tenant=" + customer.tenant();
        String search = "/operator/tenants?q=" + customer.tenantName();
        assertThat(statementsOf(operator, people)).isBetween(1, 7);
        assertThat(statementsOf(operator, search)).isBetween(1, 3);
        for (int count = 0; count < MANY; count++) {
            tenants.colleague(customer, AdminRole.HELPDESK_ADMINISTRATOR, AdminRole.GLOBAL_READER);
            tenants.customer();
        }
        assertThat(statementsOf(operator, people)).isBetween(1, 7);
        assertThat(statementsOf(operator, "/operator/tenants")).isBetween(1, 3);
        assertThat(statementsOf(operator, at(customer))).isBetween(1, 4);
    }

    private static String at(Actor of) {
        return "/operator/tenants/" + of.tenant();
    }

    private List<UUID> found(Actor operator, TenantFilter.Show show, String q) {
        return operatorService.tenants(operator, new TenantFilter(show, q, null)).lines().stream()
                .map(TenantLine::id)
                .toList();
    }

    @Test
    void findOrganisationsByWhatTheyAre() {
        Actor operator = tenants.operator();
        Actor customer = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        Actor partner = tenants.partner("Partner 50%_" + UUID.randomUUID());
        UUID ofCustomer = customer.tenant().value();
        UUID ofPartner = partner.tenant().value();
        String customersDomain = customer.email().replaceAll("^.*@", "").toUpperCase();
        assertThat(found(operator, TenantFilter.Show.ALL, customersDomain)).containsExactly(ofCustomer);
        assertThat(found(operator, TenantFilter.Show.ALL, partner.tenantName().toLowerCase()))
                .containsExactly(ofPartner);
        assertThat(found(operator, TenantFilter.Show.CUSTOMERS, customersDomain))
                .containsExactly(ofCustomer);
        assertThat(found(operator, TenantFilter.Show.PARTNERS, customersDomain)).isEmpty();
        assertThat(found(operator, TenantFilter.Show.PARTNERS, partner.tenantName()))
                .containsExactly(ofPartner);
        assertThat(found(operator, TenantFilter.Show.DISABLED, customersDomain)).isEmpty();
        tenants.disableTenant(customer);
        assertThat(found(operator, TenantFilter.Show.DISABLED, customersDomain)).containsExactly(ofCustomer);
    }

    @Test
    void findAccountsByNameAddressAndOrganisation() {
        Actor operator = tenants.operator();
        Actor person = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        Actor colleague = tenants.colleague(person);
        assertThat(accounts(operator, AccountFilter.Show.ALL, person.email().toUpperCase(), null))
                .containsExactly(person.account());
        assertThat(accounts(
                        operator, AccountFilter.Show.ALL, "", person.tenant().value()))
                .containsExactly(colleague.account(), person.account());
        tenants.disableAccount(colleague.account());
        assertThat(accounts(
                        operator,
                        AccountFilter.Show.DISABLED,
                        "",
                        person.tenant().value()))
                .containsExactly(colleague.account());
        assertThat(accounts(
                        operator,
                        AccountFilter.Show.WAITING,
                        "",
                        person.tenant().value()))
                .isEmpty();
    }

    private List<UUID> accounts(Actor operator, AccountFilter.Show show, String q, UUID tenant) {
        return operatorService.accounts(operator, new AccountFilter(show, q, tenant, null)).lines().stream()
                .map(line -> line.row().id())
                .toList();
    }

    @Test
    void pagesShowEveryAccountOnceNewestFirst() {
        Actor operator = tenants.operator();
        Actor first = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        List<UUID> made = new ArrayList<>(List.of(first.account()));
        for (int count = 0; count < 2 * MANY; count++) {
            made.add(0, tenants.colleague(first).account());
        }
        List<UUID> seen = new ArrayList<>();
        UUID before = null;
        do {
            var page = operatorService.accounts(
                    operator,
                    new AccountFilter(AccountFilter.Show.ALL, "", first.tenant().value(), before));
            assertThat(page.count()).isEqualTo(made.size());
            page.lines().forEach(line -> seen.add(line.row().id()));
            before = page.next();
        } while (before != null);
        assertThat(seen).isEqualTo(made);
    }

    // jobs

    private void task(String kind, int failures, boolean picked, OffsetDateTime next) {
        database.update(
                "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, last_failure,"
                        + " consecutive_failures, version) values (?, ?, ?, ?, ?, ?, 1)",
                kind,
                UUID.randomUUID().toString(),
                next,
                picked,
                failures > 0 ? next.minusHours(1) : null,
                failures);
    }

    private JobLine job(Actor operator, String kind) {
        return jobService.jobs(operator).stream()
                .filter(job -> job.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void sayHowJobsGoByKindAndLetFailedOnesRunAtOnce() {
        Actor operator = tenants.operator();
        String kind = "job" + UUID.randomUUID();
        OffsetDateTime later = OffsetDateTime.now(ZoneOffset.UTC).plusDays(1);
        task(kind, 0, false, later);
        task(kind, 2, false, later.plusHours(1));
        task(kind, 5, false, later.plusHours(2));
        task(kind, 0, true, later);
        JobLine before = job(operator, kind);
        assertThat(List.of(before.tasks(), before.running(), before.failing(), before.failures(), before.toRun()))
                .containsExactly(4L, 1L, 2L, 5L, 2L);
        assertThat(before.waiting()).isEqualTo(3);
        assertThat(before.lastFailure()).isAfter(later.toInstant());
        assertThat(before.lastSuccess()).isNull();
        assertThat(jobService.failing(operator)).isGreaterThanOrEqualTo(2);

        jobService.runNow(operator, kind);
        jobService.runNow(operator, kind);
        JobLine after = job(operator, kind);
        assertThat(after.toRun()).isZero();
        assertThat(after.next()).isBefore(later.toInstant());
        assertThat(database.queryForList("select version from scheduled_tasks where task_name = ?", Long.class, kind))
                .as("only the failed ones, once")
                .containsExactlyInAnyOrder(1L, 1L, 2L, 2L);
        assertThat(database.queryForObject(
                        "select count(*) from trail_entry where kind = 'JobsStarted' and details like ?",
                        Long.class,
                        "%" + kind + "%"))
                .isEqualTo(1);
        database.update("delete from scheduled_tasks where task_name = ?", kind);
    }
}
