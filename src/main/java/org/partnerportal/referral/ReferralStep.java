package org.partnerportal.referral;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Who;
import org.springframework.data.domain.Persistable;

/** One step on a request's way, kept as it happened. */
@Entity
class ReferralStep implements Persistable<UUID> {

    @Id
    private UUID id;

    private UUID referralId;

    @Enumerated(EnumType.STRING)
    private StepKind kind;

    private @Nullable UUID personId;
    private String person;
    private Instant at;
    private String text;
    private @Nullable UUID invitationId;

    @SuppressWarnings("NullAway.Init")
    protected ReferralStep() {}

    ReferralStep(UUID id, UUID referral, StepKind kind, Who who, Instant at, String text, @Nullable UUID invitation) {
        this.id = id;
        this.referralId = referral;
        this.kind = kind;
        this.personId = who.account();
        this.person = who.name();
        this.at = at;
        this.text = text;
        this.invitationId = invitation;
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return true; // added, never changed
    }
}
