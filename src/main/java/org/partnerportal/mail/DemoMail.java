package org.partnerportal.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.springframework.data.domain.Persistable;

/** A mail as it arrived in the demo mailbox. */
@Entity
class DemoMail implements Persistable<UUID> {

    @Id
    private UUID id;

    private String recipient;
    private String subject;

    @Column(columnDefinition = "text")
    private String html;

    @Column(columnDefinition = "text")
    private String plain;

    private Instant receivedAt;

    @SuppressWarnings("NullAway.Init")
    protected DemoMail() {}

    DemoMail(UUID id, String recipient, MailText text, Instant now) {
        this.id = id;
        this.recipient = recipient;
        this.subject = text.subject();
        this.html = text.html();
        this.plain = text.plain();
        this.receivedAt = now;
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return true;
    }

    public String getRecipient() {
        return recipient;
    }

    public String getSubject() {
        return subject;
    }

    public String getPlain() {
        return plain;
    }

    public Instant getReceivedAt() {
        return receivedAt;
    }

    String html() {
        return html;
    }
}
