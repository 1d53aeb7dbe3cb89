package org.partnerportal.agreement;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.partnerportal.shared.Ids;
import org.springframework.data.domain.Persistable;

/** A published version of the agreement; neither it nor its texts ever change. */
@Entity
@Immutable
class Agreement implements Persistable<UUID> {

    @Id
    private UUID id;

    private String name;
    private boolean sample;
    private Instant effectiveAt;
    private Instant publishedAt;

    @ElementCollection
    @CollectionTable(name = "agreement_text", joinColumns = @JoinColumn(name = "agreement_id"))
    private List<AgreementText> texts = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Agreement() {}

    Agreement(String name, boolean sample, Map<String, String> bodies, Instant effectiveAt, Instant now) {
        this.id = Ids.next();
        this.name = name;
        this.sample = sample;
        this.effectiveAt = effectiveAt;
        this.publishedAt = now;
        bodies.forEach((language, body) -> texts.add(AgreementText.of(language, body)));
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
        return texts.stream()
                .filter(text -> text.language().equals(language))
                .findFirst()
                .orElseGet(() -> texts.stream()
                        .filter(text -> text.language().equals("en"))
                        .findFirst()
                        .orElseThrow());
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return true; // written once, never again
    }
}
