package org.partnerportal.application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.tenant.Actor;

/** One version of an app. Its package never changes: what was approved is what is downloaded. */
@Entity
class ApplicationVersion {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private UUID applicationId;

    @Column(name = "version_number")
    private String number;

    private String numberKey;
    private String notes;
    private UUID fileId;

    @Enumerated(EnumType.STRING)
    private PackageStorage storage;

    private String fileName;

    @Enumerated(EnumType.STRING)
    private PackageType fileType;

    private long bytes;
    private String sha256;

    @Enumerated(EnumType.STRING)
    private ApplicationVersionStatus status;

    private Instant createdAt;
    private String createdBy;
    private @Nullable Instant submittedAt;
    private @Nullable String submittedBy;
    private @Nullable UUID submitterId;
    private @Nullable Instant decidedAt;
    private @Nullable String decidedBy;
    private @Nullable UUID deciderId;
    private @Nullable String reason;
    private @Nullable Instant retiredAt;
    private @Nullable String retiredBy;

    @SuppressWarnings("NullAway.Init")
    protected ApplicationVersion() {}

    /** Uploads one; its form must have been asked for what is wrong with it. */
    ApplicationVersion(
            UUID id, Application application, NewVersion content, Packages.Kept kept, Actor actor, Instant now) {
        this.id = id;
        this.applicationId = application.id();
        VersionNumber read = VersionNumber.of(content.number()).orElseThrow();
        this.number = read.text();
        this.numberKey = read.key();
        this.notes = content.notes();
        this.fileId = kept.file();
        this.storage = kept.storage();
        this.fileName = content.fileName();
        this.fileType = PackageType.of(content.fileName()).orElseThrow();
        this.bytes = kept.bytes();
        this.sha256 = kept.sha256();
        this.status = ApplicationVersionStatus.DRAFT;
        this.createdAt = now;
        this.createdBy = actor.name();
    }

    /** Hands it to the customer to decide. */
    void submit(Actor actor, boolean developer, Instant now) {
        refuse(ApplicationRules.submit(status, actor, developer));
        status = ApplicationVersionStatus.SUBMITTED;
        submittedAt = now;
        submittedBy = actor.name();
        submitterId = actor.account();
    }

    /** Takes it back before the customer decides. */
    void withdraw(Actor actor, boolean developer) {
        refuse(ApplicationRules.withdraw(status, actor, developer));
        status = ApplicationVersionStatus.WITHDRAWN;
    }

    /** Lets the customer's people have it. */
    void approve(Actor actor, boolean developer, Instant now) {
        refuse(ApplicationRules.approve(status, actor, developer));
        status = ApplicationVersionStatus.PUBLISHED;
        decided(actor, now);
    }

    void reject(Actor actor, String why, Instant now) {
        refuse(ApplicationRules.reject(status, actor).or(() -> ApplicationRules.reason(why)));
        status = ApplicationVersionStatus.REJECTED;
        reason = why;
        decided(actor, now);
    }

    private void decided(Actor actor, Instant now) {
        decidedAt = now;
        decidedBy = actor.name();
        deciderId = actor.account();
    }

    /** The partner takes it out. */
    void retireAsPartner(Actor actor, boolean developer, Instant now) {
        refuse(ApplicationRules.retireAsPartner(status, actor, developer));
        retired(actor, now);
    }

    /** The customer takes it out. */
    void retireAsCustomer(Actor actor, Instant now) {
        refuse(ApplicationRules.retireAsCustomer(status, actor));
        retired(actor, now);
    }

    private void retired(Actor actor, Instant now) {
        status = ApplicationVersionStatus.RETIRED;
        retiredAt = now;
        retiredBy = actor.name();
    }

    /** Asks whether it can be deleted; the row goes by the repository. */
    void delete(Actor actor, boolean developer) {
        refuse(ApplicationRules.delete(status, actor, developer));
    }

    /** Whether that person has decided so: the second click of two changes nothing. */
    boolean wasDecided(ApplicationVersionStatus decision, Actor actor) {
        return status == decision && actor.account().equals(deciderId);
    }

    private static void refuse(Optional<ApplicationRefusal> refusal) {
        refusal.ifPresent(reason -> {
            throw new RefusedException(reason);
        });
    }

    UUID id() {
        return id;
    }

    ApplicationVersionStatus status() {
        return status;
    }

    @Nullable
    UUID submitter() {
        return submitterId;
    }

    Packages.Kept kept() {
        return new Packages.Kept(fileId, storage, bytes, sha256);
    }

    String fileName() {
        return fileName;
    }

    ApplicationEvent.Facts facts(Application application) {
        ApplicationEvent.Facts facts = application.facts();
        return new ApplicationEvent.Facts(facts.id(), facts.customer(), facts.partner(), facts.name(), number, sha256);
    }

    ApplicationView.Version view() {
        return new ApplicationView.Version(
                id,
                number,
                notes,
                fileName,
                fileType,
                bytes,
                sha256,
                status,
                createdAt,
                createdBy,
                submittedAt,
                submittedBy,
                decidedAt,
                decidedBy,
                reason,
                retiredAt,
                retiredBy);
    }
}
