package org.partnerportal.support;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.partnerportal.assignment.AssignmentService;
import org.partnerportal.shared.TenantId;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Requests in the database. Every verb locks its row first, so that of several one comes first and the others see it. */
interface ServiceRequestRepository extends Repository<ServiceRequest, UUID> {

    ServiceRequest save(ServiceRequest request);

    boolean existsBy();

    @Query("select s from ServiceRequest s where s.customer = :customer and s.id = :id")
    Optional<ServiceRequest> ofCustomer(TenantId customer, UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from ServiceRequest s where s.customer = :customer and s.id = :id")
    Optional<ServiceRequest> lock(TenantId customer, UUID id);

    /** How many wait for whoever handles the organisation's requests. */
    @Query("select count(s) from ServiceRequest s where s.customer = :customer and s.status in (OPEN, WITH_HANDLER)")
    long countWaiting(TenantId customer);

    /** The same of all the customers whose requests a partner's person may handle. */
    @Query("select count(s) from ServiceRequest s where s.status in (OPEN, WITH_HANDLER) and s.customer in ("
            + AssignmentService.CUSTOMERS + ")")
    long countWaiting(TenantId partner, UUID account, boolean adminAgent, Collection<String> anyOfRoles, Instant now);

    /** How many of those that the person opened wait for an answer of the customer's. */
    @Query("select count(s) from ServiceRequest s where s.customer = :customer and s.openerId = :opener"
            + " and s.status = WITH_CUSTOMER")
    long countAnswered(TenantId customer, UUID opener);
}
