package org.partnerportal.software;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.partnerportal.shared.TenantId;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Software products in the database. Whoever changes or buys one holds it first. */
interface SoftwareRepository extends Repository<SoftwareProduct, UUID> {

    SoftwareProduct save(SoftwareProduct product);

    void flush();

    boolean existsBy();

    @Query("select count(p) from SoftwareProduct p where p.partner = :partner")
    long countOf(TenantId partner);

    @Query("select p from SoftwareProduct p where p.partner = :partner and p.id = :id")
    Optional<SoftwareProduct> ofPartner(TenantId partner, UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from SoftwareProduct p where p.partner = :partner and p.id = :id")
    Optional<SoftwareProduct> lockOfPartner(TenantId partner, UUID id);

    /** Whose product it is; a customer asks, who knows nothing but its id, and asks next whether that is a vendor of its. */
    @Query("select p.partner from SoftwareProduct p where p.id = :id and p.status <> DRAFT")
    Optional<TenantId> vendorOf(UUID id);
}
