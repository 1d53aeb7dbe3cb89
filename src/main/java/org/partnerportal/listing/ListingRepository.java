package org.partnerportal.listing;

import jakarta.persistence.LockModeType;
import java.time.Instant;
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

    boolean existsBy();

    /** Whether the operators have been mailed later than that of any text. */
    @Query("""
            select count(l) > 0 from Listing l join Tenant t on t.id = l.partner
            where l.operatorsToldAt > :since and (t.demo = false or :demo = true)
            """)
    boolean existsTold(Instant since, boolean demo);

    /** How many texts wait for the operator. */
    @Query("""
            select count(l) from Listing l join Tenant t on t.id = l.partner
            where l.draftState = SUBMITTED and (t.demo = false or :demo = true)
            """)
    long countWaiting(boolean demo);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select l from Listing l where l.partner = :partner")
    Optional<Listing> lock(TenantId partner);

    @Query(
            "select new org.partnerportal.listing.ListingRepository$Shown(l.partner, l.listedSince, l.published) from Listing l"
                    + " where l.partner in :partners and l.published is not null and l.hidden = false and l.blockReason is null")
    List<Shown> shown(Collection<TenantId> partners);

    @Query("select l.partner.value from Listing l where l.published is not null and l.hidden = false"
            + " and l.blockReason is null and l.partner.value > :after order by l.partner.value")
    List<UUID> shown(UUID after, Limit most);

    /** A listing that is to be seen, with no more than what is seen. */
    record Shown(TenantId partner, Instant listedSince, ListingContent published) {}
}
