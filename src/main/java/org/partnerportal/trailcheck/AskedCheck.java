package org.partnerportal.trailcheck;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.audit.TrailProblem;
import org.partnerportal.audit.TrailReport;
import org.partnerportal.audit.TrailReport.BadRow;
import org.partnerportal.audit.TrailReport.Head;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.tenant.Actor;

/** A check of the trail that an operator asked for, and what it found. */
@Entity
@Table(name = "trail_check")
class AskedCheck {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private String askedBy;
    private Instant askedAt;
    private String noted;
    private @Nullable Instant beganAt;
    private @Nullable Long tookMs;

    @Column(name = "rows_sound")
    private @Nullable Long rows;

    private @Nullable Long waiting;
    private @Nullable String head;

    @Enumerated(EnumType.STRING)
    private @Nullable TrailProblem problem;

    private @Nullable Long badNumber;
    private @Nullable UUID badEntry;
    private @Nullable Boolean running;

    @SuppressWarnings("NullAway.Init")
    protected AskedCheck() {}

    AskedCheck(UUID id, String noted, Actor actor, Instant now) {
        TrailCheckRules.ask(actor, noted).ifPresent(refusal -> {
            throw new RefusedException(refusal);
        });
        this.id = id;
        this.noted = noted;
        this.askedBy = actor.name();
        this.askedAt = now;
        this.running = true;
    }

    /** Keeps what was found; the next check may begin. */
    void finish(TrailReport report) {
        beganAt = report.at();
        tookMs = report.took().toMillis();
        rows = report.rows();
        waiting = report.waiting();
        head = report.head().toString();
        BadRow bad = report.bad();
        if (bad != null) {
            problem = bad.problem();
            badNumber = bad.number();
            badEntry = bad.entry();
        }
        running = null; // of the unique column: any number of checks can be over
    }

    boolean isRunning() {
        return running != null;
    }

    Optional<Head> noted() {
        return Head.parse(noted);
    }

    CheckView view() {
        return new CheckView(id, askedBy, askedAt, noted, isRunning() ? null : report());
    }

    private TrailReport report() {
        BadRow bad = problem == null ? null : new BadRow(badNumber, badEntry, problem);
        return new TrailReport(
                Objects.requireNonNull(beganAt),
                Duration.ofMillis(Objects.requireNonNull(tookMs)),
                Objects.requireNonNull(rows),
                Head.parse(Objects.requireNonNull(head)).orElseThrow(),
                Objects.requireNonNull(waiting),
                bad);
    }
}
