package org.partnerportal.mpsa;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnerportal.shared.TenantId;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Consents in the database. */
interface MpsaRepository extends Repository<MpsaConsent, UUID> {

    MpsaConsent save(MpsaConsent consent);

    boolean existsBy();

    /** Those of the customer's that tell of that partner. */
    @Query("""
            select c from MpsaConsent c
            where c.customer = :customer and (c.firstPartner = :partner or c.secondPartner = :partner)
            and c.takenBackAt is null
            """)
    List<MpsaConsent> between(TenantId customer, TenantId partner);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("""
            select c from MpsaConsent c
            where c.customer = :customer and c.firstPartner = :first and c.secondPartner = :second
            """)
    Optional<MpsaConsent> lockPair(TenantId customer, TenantId first, TenantId second);

    @Query("select c from MpsaConsent c where c.customer = :customer and c.id = :id")
    Optional<MpsaConsent> ofCustomer(TenantId customer, UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from MpsaConsent c where c.customer = :customer and c.id = :id")
    Optional<MpsaConsent> lockOfCustomer(TenantId customer, UUID id);
}
