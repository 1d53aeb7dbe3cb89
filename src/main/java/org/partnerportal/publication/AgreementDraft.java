package org.partnerportal.publication;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.agreement.NewAgreement;
import org.partnerportal.tenant.Actor;
import org.springframework.data.domain.Persistable;

/** A version that is being written: changed as often as it takes, and gone once it is published. */
@Entity
class AgreementDraft implements Persistable<UUID> {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private String name;
    private @Nullable Instant effectiveAt;
    private String changedBy;
    private Instant changedAt;

    @ElementCollection
    @CollectionTable(name = "agreement_draft_text", joinColumns = @JoinColumn(name = "draft_id"))
    private List<DraftText> texts = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected AgreementDraft() {}

    @SuppressWarnings("NullAway.Init") // write fills the rest
    AgreementDraft(UUID id, NewAgreement content, Actor actor, Instant now) {
        this.id = id;
        write(content, actor, now);
    }

    final void write(NewAgreement content, Actor actor, Instant now) {
        this.name = content.name();
        this.effectiveAt = content.effectiveAt();
        this.changedBy = actor.name();
        this.changedAt = now;
        texts.clear();
        content.texts().forEach(text -> texts.add(new DraftText(text.language(), text.body(), text.file())));
    }

    String name() {
        return name;
    }

    NewAgreement content() {
        return new NewAgreement(
                name,
                effectiveAt,
                texts.stream()
                        .map(text -> new NewAgreement.Text(text.language(), text.body(), text.fileSha256()))
                        .toList());
    }

    /** Which of its states it is in; what was previewed is what may be published. */
    long revision() {
        return version == null ? 0 : version;
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return version == null;
    }
}
