package org.partnerportal.directory;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.partnerportal.listing.PublishedListing;
import org.partnerportal.shared.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the search table. */
@Component
class DirectoryEntries {

    private final JdbcClient database;

    DirectoryEntries(JdbcClient database) {
        this.database = database;
    }

    /**
     * Lets nobody else change the directory until the caller's transaction is over, and tells searches that it changes. It
     * is the last lock that a transaction takes, so it is in no circle.
     */
    void lock() {
        database.sql("update directory_state set changes = changes + 1").update();
    }

    /** In which way the entries have all been made. */
    int folding() {
        return database.sql("select folding from directory_state")
                .query(Integer.class)
                .single();
    }

    void haveFolding(int folding) {
        database.sql("update directory_state set folding = :folding")
                .param("folding", folding)
                .update();
    }

    void remove(TenantId partner) {
        database.sql("delete from directory_entry where partner_id = :partner")
                .param("partner", partner.value())
                .update();
    }

    void write(PublishedListing listing) {
        remove(listing.partner());
        DirectoryEntry entry = DirectoryEntry.of(listing);
        database.sql("""
                        insert into directory_entry (partner_id, facets, sort_en, sort_ja, names, words)
                        values (:partner, :facets, :sortEn, :sortJa, :names, :words)
                        """)
                .param("partner", entry.partner().value())
                .param("facets", entry.facets())
                .param("sortEn", entry.sortEn())
                .param("sortJa", entry.sortJa())
                .param("names", entry.names())
                .param("words", entry.words())
                .update();
    }

    /** The partners of the entries behind that one up to the other, in the order of their ids. */
    Set<TenantId> between(TenantId after, TenantId last) {
        List<UUID> found = database.sql(
                        "select partner_id from directory_entry where partner_id > :after and partner_id <= :last")
                .param("after", after.value())
                .param("last", last.value())
                .query(UUID.class)
                .list();
        return found.stream().map(TenantId::new).collect(Collectors.toSet());
    }
}
