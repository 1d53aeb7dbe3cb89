package org.partnerportal.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.RefusedException;

/**
 * A mail in the outbox. Its texts can hold a link, so they go once it is sent or nobody needs it any more; those of a failed
 * mail stay, so that the very same mail can be sent again.
 */
@Entity
class Mail {

    private static final int LONGEST_ANSWER = 500;

    /** What leads somewhere, in case a server repeats what it was sent. */
    private static final Pattern LINK = Pattern.compile("https?://\\S+|/i/[\\w-]+");

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
    private int pauses;

    @Enumerated(EnumType.STRING)
    private @Nullable MailProblem problem;

    private @Nullable Instant goodUntil;
    private @Nullable Instant nextTryAt;
    private @Nullable String answer;
    private Instant queuedAt;
    private @Nullable Instant sentAt;

    @SuppressWarnings("NullAway.Init")
    protected Mail() {}

    Mail(UUID about, String kind, String recipient, MailText text, @Nullable Instant goodUntil, Instant now) {
        this.id = Ids.next();
        this.about = about;
        this.kind = kind;
        this.recipient = recipient;
        this.subject = text.subject();
        this.html = text.html();
        this.plain = text.plain();
        this.status = MailStatus.QUEUED;
        this.goodUntil = goodUntil;
        this.queuedAt = now;
    }

    /** Notes that the server took it, also when nobody needed it any more by then: it is the truth. */
    void sent(String serverAnswer, Instant now) {
        attempts++;
        problem = null;
        answer = words(serverAnswer);
        sentAt = now;
        over(MailStatus.SENT);
    }

    /** Notes that a try failed, and when the next one is, if there is any. */
    void notTaken(MailProblem reason, String serverAnswer, Instant now) {
        attempts++;
        problem = reason;
        answer = words(serverAnswer);
        if (isOpen()) {
            Optional<Duration> pause = MailRules.pause(pauses, reason);
            status = pause.isPresent() ? MailStatus.DEFERRED : MailStatus.FAILED;
            nextTryAt = pause.map(now::plus).orElse(null);
            pauses++;
        }
    }

    /** Lets it be sent at once, and tried as often as at first. */
    void sendAgain(Instant now) {
        MailRules.sendAgain(status, hasText(), goodUntil, now).ifPresent(reason -> {
            throw new RefusedException(reason);
        });
        status = MailStatus.QUEUED;
        nextTryAt = now;
        pauses = 0;
    }

    /** Gives it up, because nobody needs it any more. */
    void cancel() {
        over(MailStatus.CANCELLED);
    }

    private void over(MailStatus end) {
        status = end;
        nextTryAt = null;
        html = null;
        plain = null;
    }

    /** One line without links, as long as the column is. */
    private static String words(String text) {
        String line =
                LINK.matcher(text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip()).replaceAll("…");
        return line.substring(0, Math.min(line.length(), LONGEST_ANSWER));
    }

    private boolean hasText() {
        return html != null;
    }

    boolean isOfUse(Instant now) {
        return MailRules.isOfUse(goodUntil, now);
    }

    /** When it is to be tried; empty when it is not. */
    Optional<Instant> dueAt() {
        return isOpen() ? Optional.of(nextTryAt == null ? queuedAt : nextTryAt) : Optional.empty();
    }

    MailStatus status() {
        return status;
    }

    Instant queuedAt() {
        return queuedAt;
    }

    boolean isOpen() {
        return status == MailStatus.QUEUED || status == MailStatus.DEFERRED;
    }

    UUID id() {
        return id;
    }

    String recipient() {
        return recipient;
    }

    MailText text() {
        return new MailText(subject, Objects.requireNonNull(html), Objects.requireNonNull(plain));
    }
}
