package org.partnerportal.agreement;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.partnerportal.shared.TenantId;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Agreement versions and acceptances in the database. */
interface AgreementRepository extends Repository<Agreement, UUID> {

    Agreement save(Agreement agreement);

    /** The version in force: the latest that is effective by then. */
    Optional<Agreement> findFirstByEffectiveAtLessThanEqualOrderByEffectiveAtDescIdDesc(Instant now);

    boolean existsByName(String name);

    @Query("select a from AgreementAcceptance a where a.customer = :customer and a.agreementId = :agreement")
    Optional<AgreementAcceptance> acceptance(TenantId customer, UUID agreement);

    @Query("select a from AgreementAcceptance a where a.customer = :customer and a.id = :id")
    Optional<AgreementAcceptance> record(TenantId customer, UUID id);

    /** Writes an acceptance unless this customer has one of that version; the row of whoever came first stays. */
    @Modifying
    @NativeQuery("""
            insert into agreement_acceptance (id, reference, customer_id, agreement_id, agreement_name, language, sha256,
                account_id, person_name, person_email, accepted_at, address, browser, place)
            values (:id, :reference, :customer, :agreement, :name, :language, :sha256,
                :account, :person, :email, :at, :address, :browser, :place)
            on conflict do nothing
            """)
    int insertOnce(
            UUID id,
            String reference,
            UUID customer,
            UUID agreement,
            String name,
            String language,
            String sha256,
            UUID account,
            String person,
            String email,
            Instant at,
            String address,
            String browser,
            String place);
}
