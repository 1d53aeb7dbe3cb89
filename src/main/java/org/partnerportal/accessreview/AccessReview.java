package org.partnerportal.accessreview;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.Who;
import org.partnerportal.tenant.Actor;

/** One review of everything that partners hold with a customer. */
@Entity
class AccessReview {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private String reference;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "customer_id"))
    private TenantId customer;

    private @Nullable UUID openKey;

    @Enumerated(EnumType.STRING)
    private AccessReviewStatus status;

    private Instant openedAt;
    private String openedBy;
    private Instant dueAt;
    private @Nullable Instant remindAt;
    private @Nullable Instant finishedAt;
    private @Nullable UUID signerId;
    private @Nullable String signerName;
    private @Nullable String signerEmail;
    private @Nullable String signerZone;
    private String note;
    private int kept;
    private int removed;
    private int gone;

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "review_id", insertable = false, updatable = false)
    private List<AccessReviewLine> lines = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected AccessReview() {}

    /** Opens a review; the portal does, or somebody who did not want to wait. */
    AccessReview(TenantId customer, Who who, Duration answerWithin, Instant now) {
        this.id = Ids.next();
        this.reference = Ids.reference();
        this.customer = customer;
        this.openKey = customer.value();
        this.status = AccessReviewStatus.OPEN;
        this.openedAt = now;
        this.openedBy = who.name();
        this.dueAt = now.plus(answerWithin);
        this.remindAt = dueAt;
        this.note = "";
    }

    /**
     * Signs it: every role that is held now is kept or removed as answered, and what went meanwhile is noted as gone.
     *
     * @param held the roles that are held now
     * @param lost the roles that the page showed and that are not held any more
     */
    void finish(List<AccessGrant> held, List<AccessGrant> lost, AccessReviewAnswers answers, Actor actor, Instant now) {
        Set<GrantKey> keys = held.stream().map(AccessGrant::key).collect(Collectors.toSet());
        AccessReviewRules.finish(status, keys, answers, actor).ifPresent(refusal -> {
            throw new RefusedException(refusal);
        });
        held.forEach(grant -> lines.add(new AccessReviewLine(
                id, grant, Objects.requireNonNull(answers.decisions().get(grant.key())))));
        lost.forEach(grant -> lines.add(new AccessReviewLine(id, grant, Decision.GONE)));
        kept = count(lines, Decision.KEPT);
        removed = count(lines, Decision.REMOVED);
        gone = count(lines, Decision.GONE);
        note = answers.note();
        status = AccessReviewStatus.FINISHED;
        openKey = null;
        remindAt = null;
        finishedAt = now;
        signerId = actor.account();
        signerName = actor.name();
        signerEmail = actor.email();
        signerZone = actor.zone().getId();
    }

    private static int count(Collection<AccessReviewLine> lines, Decision decision) {
        return (int) lines.stream().filter(line -> line.decision() == decision).count();
    }

    /** Its time is over: people are reminded once. */
    void remind() {
        remindAt = null;
    }

    boolean isFinished() {
        return status == AccessReviewStatus.FINISHED;
    }

    UUID id() {
        return id;
    }

    Instant openedAt() {
        return openedAt;
    }

    AccessReviewEvent.Facts facts() {
        return new AccessReviewEvent.Facts(id, reference, customer, dueAt);
    }

    /** What the start page tells of it. */
    OpenReview waiting(Instant now) {
        return new OpenReview(id, reference, openedAt, dueAt, AccessReviewRules.isOverdue(status, dueAt, now));
    }

    /** Its rows, once it is finished. */
    List<AccessGrant> decided() {
        return lines.stream().map(AccessReviewLine::grant).toList();
    }

    /** With these rows: what is held now while it is open, what was decided once it is finished. */
    AccessReviewView view(List<AccessGrant> grants, Instant now) {
        return new AccessReviewView(
                id,
                reference,
                status,
                openedAt,
                openedBy,
                dueAt,
                AccessReviewRules.isOverdue(status, dueAt, now),
                finishedAt,
                signerId,
                signerName,
                signerEmail,
                signerZone,
                note,
                kept,
                removed,
                gone,
                grants);
    }
}
