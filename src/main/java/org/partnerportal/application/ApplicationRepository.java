package org.partnerportal.application;

import jakarta.persistence.LockModeType;
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

    @Query("select count(a) from Application a where a.partner = :partner and a.customer = :customer")
    long countBetween(TenantId partner, TenantId customer);
}
