package org.partnerportal.notification;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The mails that one person does without. */
@Entity
class MailChoice {

    @Id
    private UUID accountId;

    @Version
    private @Nullable Long version;

    @ElementCollection
    @CollectionTable(name = "mail_choice_unwanted", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "topic")
    @Enumerated(EnumType.STRING)
    private Set<MailTopic> unwanted = new HashSet<>();

    @SuppressWarnings("NullAway.Init")
    protected MailChoice() {}

    MailChoice(UUID account) {
        this.accountId = account;
    }

    void choose(Set<MailTopic> wanted) {
        for (MailTopic topic : MailTopic.values()) {
            if (wanted.contains(topic)) {
                unwanted.remove(topic);
            } else {
                unwanted.add(topic);
            }
        }
    }
}
