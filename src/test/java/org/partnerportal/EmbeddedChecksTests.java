package org.partnerportal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the embedded database makes of the migrations' checks. */
@PortalTest
class EmbeddedChecksTests {

    @Autowired
    private JdbcTemplate database;

    /**
     * H2 makes one "in" of several values that a column may have, and can't judge that any more once the connection is
     * closed that made the table: half an hour after a start no row would be taken.
     */
    @Test
    void everyCheckOutlivesTheConnectionThatMadeIt() {
        assertThat(database.queryForList("select check_clause from information_schema.check_constraints", String.class))
                .isNotEmpty()
                .noneMatch(check -> check.contains(" IN("));
    }
}
