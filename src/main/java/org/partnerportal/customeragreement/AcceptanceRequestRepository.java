package org.partnerportal.customeragreement;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.partnerportal.shared.TenantId;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Who asked whom to accept, in the database. */
interface AcceptanceRequestRepository extends Repository<AcceptanceRequest, UUID> {

    @Query("select r from AcceptanceRequest r where r.partner = :partner and r.customer = :customer")
    Optional<AcceptanceRequest> find(TenantId partner, TenantId customer);

    /** A row to lock for two who have none; the row of whoever came first stays. */
    @Modifying
    @NativeQuery("""
            insert into acceptance_request (id, version, partner_id, customer_id, asked_at, account_id, person_name)
            values (:id, 0, :partner, :customer, :never, :account, :person) on conflict do nothing
            """)
    int insertOnce(UUID id, UUID partner, UUID customer, Instant never, UUID account, String person);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from AcceptanceRequest r where r.partner = :partner and r.customer = :customer")
    Optional<AcceptanceRequest> lock(TenantId partner, TenantId customer);
}
