package org.partnerportal.agreement;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Agreement versions and acceptances in the database: they are added and read, never changed. */
interface AgreementRepository extends Repository<Agreement, UUID> {

    Optional<Agreement> findById(UUID id);

    /** The version in force: the latest that is effective by then. */
    Optional<Agreement> findFirstByEffectiveAtLessThanEqualOrderByEffectiveAtDescIdDesc(Instant now);

    boolean existsByName(String name);

    @Query("""
            select new org.partnerportal.agreement.AgreementVersion$Row(a.id, a.name, a.sample, a.effectiveAt,
                a.publishedAt, a.publishedBy,
                (select count(c) from AgreementAcceptance c where c.agreementId = a.id))
            from Agreement a order by a.effectiveAt desc, a.id desc
            """)
    List<AgreementVersion.Row> versions();

    /** Adds a version unless there is one of that id or name; tells whether it did. */
    @Modifying
    @NativeQuery("""
            insert into agreement (id, name, sample, effective_at, published_at, published_by)
            values (:id, :name, :sample, :effectiveAt, :now, :publishedBy) on conflict do nothing
            """)
    int insertOnce(
            UUID id, String name, boolean sample, Instant effectiveAt, Instant now, @Nullable String publishedBy);

    @Modifying
    @NativeQuery("""
            insert into agreement_text (agreement_id, language, body, sha256, file_sha256)
            values (:agreement, :language, :body, :sha256, :file)
            """)
    void insertText(UUID agreement, String language, String body, String sha256, @Nullable String file);

    @Query("select a from AgreementAcceptance a where a.customer = :customer and a.agreementId = :agreement")
    Optional<AgreementAcceptance> acceptance(TenantId customer, UUID agreement);

    @Query("select a from AgreementAcceptance a where a.customer = :customer and a.id = :id")
    Optional<AgreementAcceptance> record(TenantId customer, UUID id);

    @Query("select a from AgreementAcceptance a where a.customer = :customer order by a.id desc")
    List<AgreementAcceptance> records(TenantId customer);

    @Query("select count(a) > 0 from AgreementAcceptance a where a.customer = :customer")
    boolean hasAccepted(TenantId customer);

    /** Those of these customers that have accepted the version. */
    @Query("select a.customer from AgreementAcceptance a where a.agreementId = :agreement and a.customer in :customers")
    Set<TenantId> accepted(UUID agreement, Collection<TenantId> customers);

    /** The acceptances of a version before one of them, newest first; those whose customer's name or domain holds the words. */
    @Query("""
            select new org.partnerportal.agreement.AcceptanceList$Row(a.id, a.customer, t.name, t.domain, a.reference,
                a.language, a.sha256, a.personName, a.personEmail, a.acceptedAt, a.place)
            from AgreementAcceptance a join Tenant t on t.id = a.customer
            where a.agreementId = :agreement and a.id < :before
            and (:words = '%%' or lower(t.name) like :words escape '!' or lower(t.domain) like :words escape '!')
            order by a.id desc
            """)
    List<AcceptanceList.Row> acceptances(UUID agreement, String words, UUID before, Limit most);

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
