package org.partnerportal.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnerportal.directory.DirectoryFixture.english;
import static org.partnerportal.directory.DirectoryFixture.mark;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.partnerportal.PostgresTest;
import org.partnerportal.tenant.Actor;

/** The search on PostgreSQL. */
@PostgresTest
class DirectorySearchPostgresTests extends DirectorySearches {

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
