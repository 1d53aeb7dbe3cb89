package org.partnerportal.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What was accepted before stays as it is, and from now on the database itself holds it there. */
class AgreementMigrationTests {

    private static final UUID CUSTOMER = new UUID(0, 1);
    private static final UUID ACCOUNT = new UUID(0, 2);
    private static final UUID VERSION = new UUID(0, 3);
    private static final UUID ACCEPTANCE = new UUID(0, 4);
    private static final String HASH = "a".repeat(64);

    @Test
    void keepsWhatWasAcceptedOnTheEmbeddedDatabase() {
        check(new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1"));
    }

    @Test
    void keepsWhatWasAcceptedOnPostgres() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            check(postgres.getPostgresDatabase());
        }
    }

    private static void check(DataSource source) {
        Flyway.configure().dataSource(source).target("15").load().migrate();
        var database = new JdbcTemplate(source);
        database.update(
                "insert into tenant values (?, 0, 'T', 't.example', 'GB', 'ACTIVE', false, current_timestamp)",
                CUSTOMER);
        database.update(
                "insert into account (id, version, tenant_id, email, name, password_hash, language, time_zone, theme,"
                        + " standing, created_at) values (?, 0, ?, 'ben@t.example', 'Ben', 'x', 'en', 'UTC', 'SYSTEM',"
                        + " 'ACTIVE', current_timestamp)",
                ACCOUNT,
                CUSTOMER);
        database.update(
                "insert into agreement values (?, 'sample-1', true, current_timestamp, current_timestamp)", VERSION);
        database.update("insert into agreement_text values (?, 'en', 'Terms', ?)", VERSION, HASH);
        database.update(
                "insert into agreement_acceptance values (?, 'R', ?, ?, 'sample-1', 'en', ?, ?, 'Ben',"
                        + " 'ben@t.example', current_timestamp, '192.0.2.1', 'Browser', 'INVITATION')",
                ACCEPTANCE,
                CUSTOMER,
                VERSION,
                HASH,
                ACCOUNT);

        Flyway.configure().dataSource(source).load().migrate();

        assertThat(database.queryForMap(
                        "select agreement_name, sha256 from agreement_acceptance where id = ?", ACCEPTANCE))
                .containsValues("sample-1", HASH);
        for (String change : List.of(
                "update agreement set name = 'another'",
                "update agreement_text set sha256 = 'another'",
                "update agreement_text set language = 'ja'",
                "delete from agreement_text",
                "delete from agreement")) {
            assertThatThrownBy(() -> database.update(change))
                    .as(change)
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
        database.update("insert into agreement_file values ('f', 'Zg==', 1, current_timestamp)");
        database.update("insert into agreement_text values (?, 'ja', '', 'f', 'f')", VERSION);
        assertThatThrownBy(() -> database.update("delete from agreement_file"))
                .isInstanceOf(DataIntegrityViolationException.class);
    }
}
