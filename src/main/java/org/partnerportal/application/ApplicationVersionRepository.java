package org.partnerportal.application;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnerportal.shared.TenantId;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Versions in the database; each belongs to an app, which is looked up by its tenant first. */
interface ApplicationVersionRepository extends Repository<ApplicationVersion, UUID> {

    ApplicationVersion save(ApplicationVersion version);

    void delete(ApplicationVersion version);

    @Query("select v from ApplicationVersion v where v.applicationId = :application and v.id = :id")
    Optional<ApplicationVersion> of(UUID application, UUID id);

    /** The highest number first. */
    @Query("select v from ApplicationVersion v where v.applicationId = :application order by v.numberKey desc")
    List<ApplicationVersion> of(UUID application);

    /** The numbers of the app's other versions: the first click of two may have made this one a moment ago. */
    @Query("select v.numberKey from ApplicationVersion v where v.applicationId = :application and v.id <> :id")
    List<String> numberKeysBeside(UUID application, UUID id);

    /** Those that the customer never approved. */
    @Query("select count(v) from ApplicationVersion v where v.applicationId = :application"
            + " and v.status in (DRAFT, SUBMITTED, REJECTED, WITHDRAWN)")
    long countUnapproved(UUID application);

    /** How many wait for the customer's decision. */
    @Query("select count(v) from ApplicationVersion v join Application a on a.id = v.applicationId"
            + " where a.customer = :customer and v.status = SUBMITTED")
    long countWaiting(TenantId customer);

    /** The apps of the two with how many versions there are, by name; there are not more than two can have. */
    @Query("""
            select new org.partnerportal.application.StoppingApplications$App(a.name,
                count(case when v.status = DRAFT then 1 end),
                count(case when v.status = SUBMITTED then 1 end),
                count(case when v.status = PUBLISHED then 1 end), count(v.id))
            from Application a left join ApplicationVersion v on v.applicationId = a.id
            where a.partner = :partner and a.customer = :customer
            group by a.id, a.name order by a.name, a.id
            """)
    List<StoppingApplications.App> appsBetween(TenantId partner, TenantId customer);

    /** Those of these packages that belong to a version, of any tenant. */
    @Query("select v.fileId from ApplicationVersion v where v.fileId in :files")
    List<UUID> usedAmong(Collection<UUID> files);
}
