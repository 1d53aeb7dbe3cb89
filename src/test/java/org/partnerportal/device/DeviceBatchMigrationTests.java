package org.partnerportal.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.OffsetDateTime;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What was there before is found by its batch, and billing notifications of before say whose person and why. */
class DeviceBatchMigrationTests {

    private static final UUID PARTNER = new UUID(0, 1);
    private static final UUID CUSTOMER = new UUID(0, 2);
    private static final UUID PERSON = new UUID(0, 3);
    private static final UUID BATCH = new UUID(0, 4);
    private static final UUID REGISTERED = new UUID(0, 5);
    private static final UUID FORGOTTEN = new UUID(0, 6);
    private static final UUID SUBSCRIPTION = new UUID(0, 7);
    private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-11-01T12:00:00Z");
    private static final OffsetDateTime EVENING = OffsetDateTime.parse("2026-11-01T18:00:00Z");

    @Test
    void findsWhatWasThereOnTheEmbeddedDatabase() {
        check(new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1"));
    }

    @Test
    void findsWhatWasThereOnPostgres() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            check(postgres.getPostgresDatabase());
        }
    }

    private static void check(DataSource source) {
        Flyway.configure().dataSource(source).target("40.2").load().migrate();
        var database = new JdbcTemplate(source);
        tenant(database, PARTNER);
        tenant(database, CUSTOMER);
        database.update("insert into partner_profile values (?, 0, '1', 'support@p.example')", PARTNER);
        batch(database);
        device(database, REGISTERED);
        device(database, FORGOTTEN);
        subscription(database);
        happened(database, "SubscriptionBought", PARTNER, NOON, "{}");
        happened(database, "SubscriptionCanceled", CUSTOMER, EVENING, "{\"cancelReason\":\"SELLER_LEFT\"}");

        Flyway.configure().dataSource(source).load().migrate();

        assertThat(database.queryForList("select id from device where batch_id = ?", UUID.class, BATCH))
                .containsExactly(REGISTERED);
        assertThat(database.queryForList("select person_tenant_id from billing_notification order by at", UUID.class))
                .containsExactly(PARTNER, CUSTOMER);
        assertThat(database.queryForList("select cancel_reason from billing_notification order by at", String.class))
                .containsExactly(null, "SELLER_LEFT");
    }

    private static void tenant(JdbcTemplate database, UUID id) {
        database.update(
                "insert into tenant values (?, 0, 'T', ?, 'GB', 'ACTIVE', false, current_timestamp)",
                id,
                id + ".example");
    }

    /** Of two rows one was registered, and one was refused because its device was there. */
    private static void batch(JdbcTemplate database) {
        database.update(
                "insert into account (id, version, tenant_id, email, name, password_hash, language, time_zone, theme,"
                        + " standing, created_at) values (?, 0, ?, 'a@p.example', 'A', '', 'en', 'UTC', 'LIGHT', 'ACTIVE', ?)",
                PERSON,
                PARTNER,
                NOON);
        database.update(
                "insert into batch (id, version, tenant_id, kind, name, setting, person_id, person_name, state, size,"
                        + " created_at, looked_through) values (?, 0, ?, 'device', 'B', '', ?, 'A', 'FINISHED', 2, ?, 2)",
                BATCH,
                PARTNER,
                PERSON,
                NOON);
        row(database, 1, "DONE", REGISTERED);
        row(database, 2, "REFUSED", FORGOTTEN);
    }

    private static void row(JdbcTemplate database, int number, String outcome, UUID device) {
        database.update("insert into batch_row values (?, ?, '', ?, '', ?)", BATCH, number, outcome, device);
    }

    private static void device(JdbcTemplate database, UUID id) {
        database.update(
                "insert into device (id, version, customer_id, partner_id, batch_name, serial, product_id, manufacturer,"
                        + " model, group_tag, assigned_user, words, status, registered_at, registered_by)"
                        + " values (?, 0, ?, ?, 'B', '', '', '', '', '', '', '', 'REGISTERED', ?, 'A')",
                id,
                CUSTOMER,
                PARTNER,
                NOON);
    }

    private static void subscription(JdbcTemplate database) {
        database.update(
                "insert into subscription (id, version, reference, customer_id, seller_id, product, term, quantity,"
                        + " paid_quantity, currency, price, domain, started_at, terms, ends_at)"
                        + " values (?, 0, 'R', ?, ?, 'P', 'MONTH', 1, 1, 'GBP', 1, '', ?, 1, ?)",
                SUBSCRIPTION,
                CUSTOMER,
                PARTNER,
                NOON,
                EVENING);
    }

    private static void happened(JdbcTemplate database, String kind, UUID tenant, OffsetDateTime at, String details) {
        database.update(
                "insert into trail_entry (id, at, kind, person_name, tenant_id, customer_id, partner_id, subject_id,"
                        + " details, address, request_id) values (?, ?, ?, 'A', ?, ?, ?, ?, ?, '', '')",
                UUID.randomUUID(),
                at,
                kind,
                tenant,
                CUSTOMER,
                PARTNER,
                SUBSCRIPTION,
                details);
        database.update(
                "insert into billing_notification (id, version, customer_id, subscription_id, reference, kind, product,"
                        + " domain, quantity, ends_at, person, at) values (?, 0, ?, ?, 'R', ?, 'P', '', 1, ?, 'A', ?)",
                UUID.randomUUID(),
                CUSTOMER,
                SUBSCRIPTION,
                kind,
                EVENING,
                at);
    }
}
