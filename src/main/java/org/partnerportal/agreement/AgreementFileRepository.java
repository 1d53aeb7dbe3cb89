package org.partnerportal.agreement;

import java.time.Instant;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** PDFs in the database. */
interface AgreementFileRepository extends Repository<AgreementFile, String> {

    Optional<AgreementFile> findBySha256(String sha256);

    @Query("select f.bytes from AgreementFile f where f.sha256 = :sha256")
    Optional<Integer> bytes(String sha256);

    @Modifying
    @NativeQuery("""
            insert into agreement_file (sha256, content, bytes, kept_at) values (:sha256, :content, :bytes, :now)
            on conflict do nothing
            """)
    int insertOnce(String sha256, String content, int bytes, Instant now);
}
