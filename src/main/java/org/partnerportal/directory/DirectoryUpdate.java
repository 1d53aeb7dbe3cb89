package org.partnerportal.directory;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.partnerportal.listing.ListingService;
import org.partnerportal.listing.PublishedListing;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.DemoData;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes entries of listings: of one that was changed, or of all when the way of making them is
 * a new one or demo data was switched on or off. */
@Service
@Transactional
class DirectoryUpdate {

    private static final int BATCH = 100;

    private final ListingService listings;
    private final DirectoryEntries entries;

    /** The way of making entries, and whether demo partners are among them. */
    private final int wanted;

    DirectoryUpdate(ListingService listings, DirectoryEntries entries, DemoData demoData) {
        this.listings = listings;
        this.entries = entries;
        this.wanted = DirectoryEntry.FOLDING * 2 + (demoData.isOn() ? 1 : 0);
    }

    /**
     * Writes what people can find of the partner now, or takes it out. It is read behind the lock: of two transactions that
     * change different things about the same partner, the second one sees what the first one did.
     */
    void update(TenantId partner) {
        entries.lock();
        Optional<PublishedListing> listing = listings.published(partner);
        listing.ifPresentOrElse(entries::write, () -> entries.remove(partner));
    }

    @Transactional(readOnly = true)
    boolean isDue() {
        return entries.folding() != wanted;
    }

    /**
     * Makes the entries behind that partner anew, a batch of them; one that nobody can find goes.
     *
     * @return the last of them, from which to go on, or nothing when all are done
     */
    Optional<TenantId> rebuild(TenantId after) {
        entries.lock();
        List<TenantId> ids = listings.shown(after, BATCH);
        boolean more = ids.size() == BATCH;
        TenantId last = more ? ids.get(BATCH - 1) : new TenantId(Ids.LAST);
        Set<TenantId> gone = new HashSet<>(entries.between(after, last));
        for (PublishedListing listing : listings.published(ids)) {
            entries.write(listing);
            gone.remove(listing.partner());
        }
        gone.forEach(entries::remove);
        if (!more) {
            entries.haveFolding(wanted);
        }
        return more ? Optional.of(last) : Optional.empty();
    }
}
