package org.partnerportal.listing;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnerportal.shared.TenantId;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Listings in the database. */
interface ListingRepository extends Repository<Listing, TenantId> {

    Listing save(Listing listing);

    Optional<Listing> findById(TenantId partner);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select l from Listing l where l.partner = :partner")
    Optional<Listing> lock(TenantId partner);

    @Query(
            "select new org.partnerportal.listing.ShownRow(l.partner, l.listedSince, l.published) from Listing l"
                    + " where l.partner in :partners and l.published is not null and l.hidden = false and l.blockReason is null")
    List<ShownRow> shown(Collection<TenantId> partners);

    @Query("select l.partner.value from Listing l where l.published is not null and l.hidden = false"
            + " and l.blockReason is null and l.partner.value > :after order by l.partner.value")
    List<UUID> shown(UUID after, Limit most);
}
