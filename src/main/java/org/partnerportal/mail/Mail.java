package org.partnerportal.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Ids;

/** A mail in the outbox. Its texts can hold a link, so they go once it is sent or given up. */
@Entity
class Mail {

    private static final int LONGEST_ANSWER = 500;

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private UUID about;
    private String kind;
    private String recipient;
    private String subject;

    @Column(columnDefinition = "text")
    private @Nullable String html;

    @Column(columnDefinition = "text")
    private @Nullable String plain;

    @Enumerated(EnumType.STRING)
    private MailStatus status;

    private int attempts;
    private @Nullable Instant nextTryAt;
    private @Nullable String answer;
    private Instant queuedAt;
    private @Nullable Instant sentAt;

    @SuppressWarnings("NullAway.Init")
    protected Mail() {}

    Mail(UUID about, String kind, String recipient, MailText text, Instant now) {
        this.id = Ids.next();
        this.about = about;
        this.kind = kind;
        this.recipient = recipient;
        this.subject = text.subject();
        this.html = text.html();
        this.plain = text.plain();
        this.status = MailStatus.QUEUED;
        this.queuedAt = now;
    }

    /** Notes that the server took it. */
    void sent(String serverAnswer, Instant now) {
        status = MailStatus.SENT;
        attempts++;
        answer = cut(serverAnswer);
        sentAt = now;
        nextTryAt = null;
        html = null;
        plain = null;
    }

    /** Notes that a try failed, and when the next one is. */
    void deferred(String reason, Instant nextTry) {
        status = MailStatus.DEFERRED;
        attempts++;
        answer = cut(reason);
        nextTryAt = nextTry;
    }

    /** Notes that the last try failed. */
    void failed(String reason) {
        status = MailStatus.FAILED;
        attempts++;
        answer = cut(reason);
        nextTryAt = null;
        html = null;
        plain = null;
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_ANSWER));
    }

    boolean isOpen() {
        return status == MailStatus.QUEUED || status == MailStatus.DEFERRED;
    }

    UUID id() {
        return id;
    }

    int attempts() {
        return attempts;
    }

    String recipient() {
        return recipient;
    }

    MailText text() {
        return new MailText(subject, Objects.requireNonNull(html), Objects.requireNonNull(plain));
    }
}
