package org.partnerportal.passwordlink;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A link on its way: whose password it leads to, and until when. The link itself is nowhere but in the mail. */
@Entity
class PasswordLink {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private UUID accountId;
    private String sha256;

    @Enumerated(EnumType.STRING)
    private PasswordLinkReason reason;

    private Instant madeAt;
    private Instant expiresAt;

    @SuppressWarnings("NullAway.Init")
    protected PasswordLink() {}

    PasswordLink(UUID id, UUID account, PasswordToken token, PasswordLinkReason reason, Instant now) {
        this.id = id;
        this.accountId = account;
        this.sha256 = token.sha256();
        this.reason = reason;
        this.madeAt = now;
        this.expiresAt = now.plus(PasswordLinkRules.LIFE);
    }

    UUID id() {
        return id;
    }

    UUID account() {
        return accountId;
    }

    Instant expiresAt() {
        return expiresAt;
    }
}
