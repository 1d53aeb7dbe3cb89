package org.partnerportal.listing;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Refusal;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;

/** A partner's listing: the text that the directory shows, the text that is to follow it, and whether it is to be seen. */
@Entity
class Listing {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "partner_id"))
    private TenantId partner;

    @Version
    private @Nullable Long version;

    /** Grows with every change of the draft and its state, so that a stale page is told from a fresh one. */
    private long revision;

    @Column(columnDefinition = "text")
    @Convert(converter = ListingContentConverter.class)
    private @Nullable ListingContent draft;

    @Enumerated(EnumType.STRING)
    private @Nullable DraftState draftState;

    private @Nullable String returnReason;
    private @Nullable Instant changedAt;
    private @Nullable UUID submittedBy;
    private @Nullable Instant submittedAt;
    private @Nullable Instant operatorsToldAt;

    @Column(columnDefinition = "text")
    @Convert(converter = ListingContentConverter.class)
    private @Nullable ListingContent published;

    private @Nullable Instant publishedAt;
    private @Nullable Instant listedSince;
    private boolean hidden;
    private @Nullable String blockReason;

    @SuppressWarnings("NullAway.Init")
    protected Listing() {}

    Listing(TenantId partner) {
        this.partner = partner;
    }

    /** One that was approved at that time, as demo data has them. */
    Listing(TenantId partner, ListingContent published, Instant approvedAt) {
        this.partner = partner;
        this.published = published;
        this.publishedAt = approvedAt;
        this.listedSince = approvedAt;
    }

    /** Keeps a draft; one that waited for the operator waits no longer. */
    void keep(Actor actor, long shown, ListingContent content, Instant now) {
        refuse(ListingRules.keep(actor, revision, shown).orElse(null));
        refuse(ListingRules.checkDraft(content)
                .map(ListingRules.Flaw::refusal)
                .findFirst()
                .orElse(null));
        draft = content;
        draftState = DraftState.DRAFT;
        changedAt = now;
        revision++;
    }

    void submit(Actor actor, long shown, Instant now) {
        refuse(ListingRules.submit(actor, draftState, draft, revision, shown).orElse(null));
        draftState = DraftState.SUBMITTED;
        returnReason = null;
        submittedBy = actor.account();
        submittedAt = now;
        revision++;
    }

    /** Throws the draft away; what the directory shows stays. */
    void discard(Actor actor, long shown) {
        refuse(ListingRules.keep(actor, revision, shown).orElse(null));
        draft = null;
        draftState = null;
        returnReason = null;
        revision++;
    }

    void approve(Actor operator, boolean active, long shown, Instant now) {
        refuse(ListingRules.approve(operator, active, draftState, revision, shown)
                .orElse(null));
        published = draft;
        publishedAt = now;
        listedSince = Objects.requireNonNullElse(listedSince, now);
        draft = null;
        draftState = null;
        revision++;
    }

    void giveBack(Actor operator, long shown, String reason) {
        refuse(ListingRules.giveBack(operator, draftState, revision, shown, reason)
                .orElse(null));
        draftState = DraftState.RETURNED;
        returnReason = reason;
        revision++;
    }

    void hide(Actor actor) {
        refuse(ListingRules.hide(actor, published != null).orElse(null));
        hidden = true;
    }

    void show(Actor actor) {
        refuse(ListingRules.hide(actor, published != null).orElse(null));
        hidden = false;
    }

    void block(Actor operator, String reason) {
        refuse(ListingRules.block(operator, published != null, reason).orElse(null));
        blockReason = reason;
    }

    void unblock(Actor operator) {
        refuse(ListingRules.unblock(operator, published != null).orElse(null));
        blockReason = null;
    }

    private static void refuse(@Nullable Refusal refusal) {
        if (refusal != null) {
            throw new RefusedException(refusal);
        }
    }

    /** Keeps that the operators are mailed of the text that waits. */
    void tellOperators(Instant now) {
        operatorsToldAt = now;
    }

    /** Who had submitted the text that waits or waited last. */
    UUID submittedBy() {
        return Objects.requireNonNull(submittedBy);
    }

    boolean isHidden() {
        return hidden;
    }

    boolean isBlocked() {
        return blockReason != null;
    }

    @Nullable
    ListingContent draft() {
        return draft;
    }

    @Nullable
    ListingContent published() {
        return published;
    }

    ListingState state() {
        return new ListingState(
                partner,
                revision,
                draft,
                draftState,
                returnReason,
                changedAt,
                submittedAt,
                published,
                publishedAt,
                listedSince,
                hidden,
                blockReason);
    }
}
