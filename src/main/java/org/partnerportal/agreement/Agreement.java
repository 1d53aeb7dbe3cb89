package org.partnerportal.agreement;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A published version of the agreement; neither it nor its texts ever change, so it is only ever read. */
@Entity
@Immutable
class Agreement {

    @Id
    private UUID id;

    private String name;
    private boolean sample;
    private Instant effectiveAt;
    private Instant publishedAt;
    private @Nullable String publishedBy;

    @ElementCollection
    @CollectionTable(name = "agreement_text", joinColumns = @JoinColumn(name = "agreement_id"))
    private List<AgreementText> texts = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Agreement() {}

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    boolean isSample() {
        return sample;
    }

    Instant effectiveAt() {
        return effectiveAt;
    }

    /** The text in that language, or in English where there is none. */
    AgreementText text(String language) {
        return exactText(language).or(() -> exactText("en")).orElseThrow();
    }

    /** The text in that language and in no other. */
    Optional<AgreementText> exactText(String language) {
        return texts.stream().filter(text -> text.language().equals(language)).findFirst();
    }
}
