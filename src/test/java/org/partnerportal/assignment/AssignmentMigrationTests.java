package org.partnerportal.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What is there already when this feature comes is assigned as everything new is: all roles to all admin agents. */
class AssignmentMigrationTests {

    private static final UUID PARTNER = new UUID(0, 1);
    private static final UUID CUSTOMER = new UUID(0, 2);
    private static final UUID ACTIVE = new UUID(0, 3);
    private static final UUID WITHOUT_ROLES = new UUID(0, 4);
    private static final UUID ENDED = new UUID(0, 5);

    @Test
    void assignsWhatIsThereOnTheEmbeddedDatabase() {
        check(new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1"));
    }

    @Test
    void assignsWhatIsThereOnPostgres() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            check(postgres.getPostgresDatabase());
        }
    }

    private static void check(DataSource source) {
        Flyway.configure().dataSource(source).target("9").load().migrate();
        var database = new JdbcTemplate(source);
        tenant(database, PARTNER);
        tenant(database, CUSTOMER);
        database.update("insert into partner_profile values (?, 0, '1', 'support@p.example')", PARTNER);
        relationship(database, ACTIVE, "ACTIVE");
        relationship(database, WITHOUT_ROLES, "ACTIVE");
        relationship(database, ENDED, "ENDED");
        role(database, ACTIVE, "held", false);
        role(database, ACTIVE, "removed", true);
        role(database, WITHOUT_ROLES, "removed", true);
        role(database, ENDED, "held", false);

        Flyway.configure().dataSource(source).load().migrate();

        assertThat(database.queryForList("select kind from security_group where partner_id = ?", String.class, PARTNER))
                .containsExactly("ALL_ADMIN_AGENTS");
        assertThat(database.queryForList("select relationship_id from assignment", UUID.class))
                .containsExactly(ACTIVE);
        assertThat(database.queryForList(
                        "select r.role_template_id from assignment a join assignment_role r on r.assignment_id = a.id"
                                + " join security_group g on g.id = a.active_group_id where a.customer_id = ?",
                        String.class,
                        CUSTOMER))
                .containsExactly("held");
    }

    private static void tenant(JdbcTemplate database, UUID id) {
        database.update(
                "insert into tenant values (?, 0, 'T', ?, 'GB', 'ACTIVE', false, current_timestamp)",
                id,
                id + ".example");
    }

    private static void relationship(JdbcTemplate database, UUID id, String status) {
        database.update(
                "insert into relationship (id, version, reference, partner_id, customer_id, type, name, status,"
                        + " auto_extend, started_at) values (?, 0, ?, ?, ?, 'GDAP', 'R', ?, false, current_timestamp)",
                id,
                id.toString().substring(26),
                PARTNER,
                CUSTOMER,
                status);
    }

    private static void role(JdbcTemplate database, UUID relationship, String role, boolean removed) {
        database.update(
                "insert into delegated_role values (?, ?, current_timestamp, "
                        + (removed ? "current_timestamp" : "null") + ", null)",
                relationship,
                role);
    }
}
