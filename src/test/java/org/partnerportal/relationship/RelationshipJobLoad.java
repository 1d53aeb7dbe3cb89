package org.partnerportal.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.partnerportal.PortalTestConfiguration.Statements;
import org.partnerportal.PostgresTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Measures the job on 1,000,000 relationships of 10,000 customers and 100 partners in PostgreSQL, of which 10,000 are due.
 * Not one of the tests that always run; docs/operations.md has the command and what it measured.
 */
@PostgresTest
class RelationshipJobLoad {

    private static final int RELATIONSHIPS = Integer.getInteger("load.relationships", 1_000_000);
    private static final int DUE = 10_000;

    @Autowired
    private RelationshipService relationships;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private Statements statements;

    private void fill() {
        database.execute("""
                insert into tenant (id, version, name, domain, country, standing, demo, created_at)
                select gen_random_uuid(), 0, 'Load ' || n, 'load' || n || '.example', 'GB', 'ACTIVE', false, now()
                from generate_series(1, 10100) n""");
        database.execute("""
                insert into account (id, version, tenant_id, email, name, password_hash, language, time_zone, theme,
                    standing, created_at)
                select gen_random_uuid(), 0, id, 'admin@' || domain, 'Admin', 'x', 'en', 'Europe/London', 'SYSTEM',
                    'ACTIVE', now() from tenant where name like 'Load %'""");
        database.execute("create table load_partner as select id, row_number() over (order by name) - 1 as n from"
                + " tenant where name like 'Load %' order by name limit 100");
        database.execute("create table load_customer as select id, row_number() over () - 1 as n from tenant"
                + " where name like 'Load %' and id not in (select id from load_partner)");
        database.execute(
                "insert into partner_profile select id, 0, '+1 555 0100', 'support@load.example' from load_partner");
        database.execute("""
                insert into account_role select a.id,
                    case when p.id is null then 'BILLING_ADMINISTRATOR' else 'ADMIN_AGENT' end
                from account a left join load_partner p on p.id = a.tenant_id where a.email like 'admin@load%'""");
        // ends spread over two years; the first ones have their 30 days' notice due, the others later
        database.update("""
                insert into relationship (id, version, reference, partner_id, customer_id, type, name, status,
                    duration_days, auto_extend, started_at, ends_at, due_at)
                select gen_random_uuid(), 0, 'L' || r.n, p.id, c.id, 'GDAP', 'Load ' || r.n, 'ACTIVE', 730, r.n % 2 = 0,
                    now() - interval '1 day', e, e - interval '30 days'
                from (select n, case when n <= ? then now() + interval '30 days' - n * interval '1 second'
                        else now() + interval '31 days' + n * interval '1 minute' end as e
                      from generate_series(1, ?) n) r
                join load_partner p on p.n = r.n % 100 join load_customer c on c.n = r.n % 10000""", DUE, RELATIONSHIPS);
        database.execute("""
                insert into delegated_role (relationship_id, role_template_id, granted_at)
                select r.id, role, r.started_at from relationship r,
                    unnest(array['729827e3-9c14-49f7-bb1b-9608f156bbb8', 'fe930be7-5e62-47db-91af-98c3a49a38b1']) role
                where r.reference like 'L%'""");
        database.execute("analyze");
    }

    @Test
    void takesTheStepsThatAreDueOfAMillion() throws Exception {
        fill();
        var peak = new AtomicLong();
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
        Runtime java = Runtime.getRuntime();
        System.gc();
        long before = java.totalMemory() - java.freeMemory();
        watch.scheduleAtFixedRate(
                () -> peak.accumulateAndGet(java.totalMemory() - java.freeMemory(), Math::max),
                0,
                50,
                TimeUnit.MILLISECONDS);
        assertThat(database.queryForObject("select count(*) from relationship", Integer.class))
                .isGreaterThanOrEqualTo(RELATIONSHIPS);
        statements.countAndReset();
        Instant start = Instant.now();
        RelationshipJob.run(relationships);
        Duration took = Duration.between(start, Instant.now());
        int issued = statements.countAndReset();
        System.gc();
        long after = java.totalMemory() - java.freeMemory();
        watch.shutdownNow();

        Instant again = Instant.now();
        RelationshipJob.run(relationships);
        Duration idle = Duration.between(again, Instant.now());
        System.out.printf(
                "%,d relationships, %,d due: %,d ms, %,d statements of Hibernate, heap %,d MB before, %,d MB at most,"
                        + " %,d MB after; nothing due: %,d ms%n",
                RELATIONSHIPS,
                DUE,
                took.toMillis(),
                issued,
                before >> 20,
                peak.get() >> 20,
                after >> 20,
                idle.toMillis());
        database.queryForList(
                        "explain (analyze, buffers) select id, due_at from relationship where due_at <= now()"
                                + " and due_at >= '1970-01-01' order by due_at, id limit 100",
                        String.class)
                .forEach(System.out::println);
        assertThat(database.queryForObject(
                        "select count(*) from mail where kind like 'RelationshipEnding%'", Integer.class))
                .isEqualTo(2 * DUE);
        assertThat(database.queryForObject("select count(*) from relationship where due_at <= now()", Integer.class))
                .isZero();
    }
}
