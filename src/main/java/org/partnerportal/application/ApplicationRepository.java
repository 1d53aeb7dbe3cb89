package org.partnerportal.application;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnerportal.shared.TenantId;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Apps in the database. Whoever changes a version holds its app first. */
interface ApplicationRepository extends Repository<Application, UUID> {

    Application save(Application application);

    boolean existsBy();

    @Query("select a from Application a where a.partner = :partner and a.id = :id")
    Optional<Application> ofPartner(TenantId partner, UUID id);

    @Query("select a from Application a where a.customer = :customer and a.id = :id")
    Optional<Application> ofCustomer(TenantId customer, UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Application a where a.partner = :partner and a.id = :id")
    Optional<Application> lockOfPartner(TenantId partner, UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Application a where a.customer = :customer and a.id = :id")
    Optional<Application> lockOfCustomer(TenantId customer, UUID id);

    /** The names of a partner's apps for one customer, without that of one app. */
    @Query(
            "select a.name from Application a where a.partner = :partner and a.customer = :customer and a.id <> :without")
    List<String> namesBetween(TenantId partner, TenantId customer, UUID without);
}
