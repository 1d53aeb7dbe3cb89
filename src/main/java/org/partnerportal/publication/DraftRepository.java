package org.partnerportal.publication;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Drafts in the database. */
interface DraftRepository extends Repository<AgreementDraft, UUID> {

    AgreementDraft save(AgreementDraft draft);

    void delete(AgreementDraft draft);

    Optional<AgreementDraft> findById(UUID id);

    /** The draft, locked until the transaction ends: whoever comes second sees what the first one did. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select d from AgreementDraft d where d.id = :id")
    Optional<AgreementDraft> lock(UUID id);

    @Query("select new org.partnerportal.publication.DraftRow(d.id, d.name, d.effectiveAt, d.changedBy, d.changedAt)"
            + " from AgreementDraft d order by d.changedAt desc, d.id desc")
    List<DraftRow> rows();

    /** Throws away PDFs that no draft and no version names, and that nobody has just chosen. */
    @Modifying
    @NativeQuery("""
            delete from agreement_file where kept_at < :before
            and not exists (select 1 from agreement_text t where t.file_sha256 = agreement_file.sha256)
            and not exists (select 1 from agreement_draft_text d where d.file_sha256 = agreement_file.sha256)
            """)
    int forgetFiles(Instant before);
}
