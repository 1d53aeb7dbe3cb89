package org.partnerportal.notification;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;

/** An address that gets an organisation's mails, once whoever reads it has confirmed that. */
@Entity
class NotificationAddress {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "tenant_id"))
    private TenantId tenant;

    private String email;
    private String language;
    private String timeZone;
    private String linkSha256;
    private String addedBy;
    private Instant addedAt;
    private @Nullable Instant confirmedAt;
    private @Nullable Instant removedAt;

    @ElementCollection
    @CollectionTable(name = "notification_address_topic", joinColumns = @JoinColumn(name = "address_id"))
    @Column(name = "topic")
    @Enumerated(EnumType.STRING)
    private Set<MailTopic> topics = new HashSet<>();

    @SuppressWarnings("NullAway.Init")
    protected NotificationAddress() {}

    /** Adds it for the first time; it has to be confirmed by the link. */
    NotificationAddress(
            Actor actor, String email, String language, Set<MailTopic> wanted, String linkSha256, Instant now) {
        this.id = Ids.next();
        this.tenant = actor.tenant();
        this.email = email;
        begin(actor, language, wanted, linkSha256, now);
    }

    /** Adds it again after it was removed; it has to be confirmed anew. */
    void addAgain(Actor actor, String newLanguage, Set<MailTopic> wanted, String newLinkSha256, Instant now) {
        begin(actor, newLanguage, wanted, newLinkSha256, now);
    }

    private void begin(Actor actor, String newLanguage, Set<MailTopic> wanted, String newLinkSha256, Instant now) {
        language = newLanguage;
        timeZone = actor.zone().getId();
        linkSha256 = newLinkSha256;
        addedBy = actor.name();
        addedAt = now;
        confirmedAt = null;
        removedAt = null;
        choose(wanted);
    }

    void choose(Set<MailTopic> wanted) {
        topics.retainAll(wanted);
        topics.addAll(wanted);
    }

    void confirm(Instant now) {
        confirmedAt = now;
    }

    void remove(Instant now) {
        removedAt = now;
    }

    boolean isUsed() {
        return removedAt == null;
    }

    boolean isConfirmed() {
        return confirmedAt != null;
    }

    UUID id() {
        return id;
    }

    TenantId tenant() {
        return tenant;
    }

    String email() {
        return email;
    }

    Set<MailTopic> topics() {
        return Set.copyOf(topics);
    }
}
