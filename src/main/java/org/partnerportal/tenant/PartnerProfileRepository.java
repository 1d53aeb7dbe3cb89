package org.partnerportal.tenant;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.partnerportal.shared.TenantId;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Partner profiles in the database. */
interface PartnerProfileRepository extends Repository<PartnerProfile, TenantId> {

    PartnerProfile save(PartnerProfile profile);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from PartnerProfile p where p.tenant = :partner")
    Optional<PartnerProfile> lock(TenantId partner);

    boolean existsById(TenantId tenant);
}
