package org.partnerportal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerportal.PostgresTest;
import org.springframework.dao.DataAccessException;

@PostgresTest
class TrailSealPostgresTests extends TrailSeals {

    @Override
    void unlock() {
        // the tables' owner can
        for (String table : new String[] {"trail_entry", "trail_seal"}) {
            database.execute("alter table " + table + " disable trigger " + table + "_append_only");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update trail_entry set details = '{}'",
                "delete from trail_entry",
                "truncate trail_entry cascade",
                "update trail_seal set hash = ''",
                "delete from trail_seal",
                "truncate trail_seal"
            })
    void theDatabaseRefusesToChangeTheTrail(String statement) {
        happens();
        seal();
        assertThatThrownBy(() -> database.execute(statement))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("The trail is append-only");
    }

    @Test
    void findsARowThatIsGoneWhileItsSealIsThere() {
        tampered(() -> {
            database.execute("alter table trail_seal drop constraint trail_seal_entry_id_fkey");
            UUID second = entry(second());
            database.update("delete from trail_entry where id = ?", second);
            assertThat(check.check().bad()).isEqualTo(new TrailReport.BadRow(second(), second, TrailProblem.DELETED));
        });
    }
}
