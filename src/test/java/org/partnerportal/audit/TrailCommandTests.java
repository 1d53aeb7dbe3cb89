package org.partnerportal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The check on the command line: what it says, and what it answers to the shell. */
class TrailCommandTests {

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID()
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1";
    private final Locale locale = Locale.getDefault();
    private JdbcTemplate database;
    private String said;

    @BeforeEach
    void database() {
        Locale.setDefault(Locale.ENGLISH);
        var source = new DriverManagerDataSource(url, "sa", "");
        Flyway.configure().dataSource(source).load().migrate();
        database = new JdbcTemplate(source);
        for (int count = 0; count < 3; count++) {
            UUID id = new UUID(0, count);
            database.update(
                    "insert into trail_entry (id, at, kind, person_name, subject_id, details, address, request_id)"
                            + " values (?, current_timestamp, 'RolesRemoved', 'Ben', ?, '{}', '', '')",
                    id,
                    id);
            database.update("insert into trail_unsealed values (?)", id);
        }
        new TrailSealer(database).seal();
    }

    @AfterEach
    void resetLocale() {
        Locale.setDefault(locale);
    }

    private int run(String... more) {
        var bytes = new ByteArrayOutputStream();
        String[] arguments = new String[more.length + 2];
        arguments[0] = "check-trail";
        arguments[1] = "--spring.datasource.url=" + url;
        System.arraycopy(more, 0, arguments, 2, more.length);
        assertThat(TrailCommand.isMeant(arguments)).isTrue();
        int answer = TrailCommand.run(new PrintStream(bytes, true, StandardCharsets.UTF_8), arguments);
        said = bytes.toString(StandardCharsets.UTF_8);
        return answer;
    }

    private String head() {
        return "3:" + database.queryForObject("select hash from trail_head", String.class);
    }

    @Test
    void answersZeroAndTheEndOfASoundTrail() {
        assertThat(run()).isEqualTo(TrailCommand.SOUND);
        assertThat(said)
                .contains(
                        "The trail is as it was sealed",
                        "Sealed rows found as they were sealed: 3",
                        "End of the chain: " + head())
                .doesNotContain("??", "audit.");
        assertThat(run("--head=" + head())).isEqualTo(TrailCommand.SOUND);
    }

    @Test
    void answersOneAndNamesTheFirstBadRow() {
        database.update("update trail_entry set person_name = 'Eve' where id = ?", new UUID(0, 1));
        assertThat(run()).isEqualTo(TrailCommand.BAD);
        assertThat(said)
                .contains(
                        "The trail is not as it was sealed",
                        "First bad row: number: 2",
                        "First bad row: entry ID: " + new UUID(0, 1));
    }

    @Test
    void takesANotedEnd() {
        assertThat(run("--head=2:" + "0".repeat(64))).isEqualTo(TrailCommand.BAD);
        assertThat(said).contains("does not go through the noted end", "First bad row: number: 2");
        assertThat(run("--head=2")).isEqualTo(TrailCommand.NOT_CHECKED);
        assertThat(said).contains("not of the form number:hash");
    }

    @Test
    void answersTwoWhereItCouldNotCheck() {
        database.execute("drop table trail_seal");
        assertThat(run()).isEqualTo(TrailCommand.NOT_CHECKED);
        assertThat(said).containsIgnoringCase("trail_seal");
    }

    @Test
    void speaksTheLanguageOfTheMachine() {
        Locale.setDefault(Locale.JAPAN);
        assertThat(run()).isEqualTo(TrailCommand.SOUND);
        assertThat(said).contains("証跡は封印されたときのままです");
    }

    @Test
    void otherArgumentsStartThePortal() {
        assertThat(TrailCommand.isMeant()).isFalse();
        assertThat(TrailCommand.isMeant("--server.port=8081")).isFalse();
    }
}
