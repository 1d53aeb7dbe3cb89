package org.partnerportal.listing;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.partnerportal.shared.TenantId;
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
}
