package org.partnerportal.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnerportal.directory.DirectoryFixture.english;
import static org.partnerportal.directory.DirectoryFixture.mark;

import org.junit.jupiter.api.Test;
import org.partnerportal.PortalTest;

/** The search on the embedded database. */
@PortalTest
class DirectorySearchTests extends DirectorySearches {

    @Test
    void offersNoSimilarNamesSinceTheDatabaseKnowsNone() {
        String mark = mark();
        listed(english(mark, "Sells."));
        assertThat(find("q", "x" + mark).similar()).isEmpty();
    }
}
