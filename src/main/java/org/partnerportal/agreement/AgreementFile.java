package org.partnerportal.agreement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A PDF, known by its SHA-256: another one is another file. */
@Entity
@Immutable
class AgreementFile {

    @Id
    private String sha256;

    @Column(columnDefinition = "text")
    private String content;

    private int bytes;
    private Instant keptAt;

    @SuppressWarnings("NullAway.Init")
    protected AgreementFile() {}

    String content() {
        return content;
    }
}
