package org.partnerportal.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.partnerportal.directory.DirectoryFixture.english;
import static org.partnerportal.directory.DirectoryFixture.mark;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.sql.Connection;
import java.sql.Statement;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.partnerportal.PostgresTest;
import org.partnerportal.tenant.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The search on PostgreSQL. */
@PostgresTest
class DirectorySearchPostgresTests extends DirectorySearches {

    @Autowired
    private MockMvc browser;

    @Autowired
    private DataSource source;

    @Test
    void offersSimilarNamesForAMistypedOne() {
        Actor partner = listed(english("Nordhavn Datasystemer", "Sells."));
        DirectoryPage page = find("q", "Nordhavnn Datasistemer");
        assertThat(page.lines()).isEmpty();
        assertThat(page.similar())
                .extracting(DirectoryPage.Line::partner)
                .contains(partner.tenant().value());
        assertThat(find("q", mark()).similar()).isEmpty();
        assertThat(find("q", "%%%").similar()).isEmpty();
    }

    @Test
    void findsPartsOfWordsByAnIndex() {
        assertThat(database.queryForList(
                        "select indexname from pg_indexes where tablename = 'directory_entry'", String.class))
                .contains("directory_entry_words", "directory_entry_names");
    }

    @Test
    void saysSoWhenASearchTakesLongerThanAnybodyWaits() throws Exception {
        try (Connection other = source.getConnection();
                Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("lock table directory_entry in access exclusive mode");
            browser.perform(get("/directory")
                            .param("q", mark())
                            .param("service", "SECURITY")
                            .locale(Locale.ENGLISH))
                    .andExpect(status().isServiceUnavailable())
                    .andExpect(content().string(containsString("The search took too long")))
                    .andExpect(content().string(containsString("Remove: Security")));
            other.rollback();
        }
    }

    /** Nothing but the offer of similar names may depend on the extension. */
    @Test
    void findsTheSameWithoutTheExtension() {
        String mark = mark();
        UUID partner = listed(english("Name " + mark, "Sells.")).tenant().value();
        database.execute("drop extension pg_trgm cascade");
        try {
            assertThat(partners(find("q", mark.substring(3)))).containsExactly(partner);
            DirectoryPage page = find("q", "x" + mark);
            assertThat(page.lines()).isEmpty();
            assertThat(page.similar()).isEmpty();
        } finally {
            database.execute("create extension pg_trgm");
            database.execute("create index directory_entry_words on directory_entry using gin (words gin_trgm_ops)");
            database.execute("create index directory_entry_names on directory_entry using gin (names gin_trgm_ops)");
        }
    }
}
