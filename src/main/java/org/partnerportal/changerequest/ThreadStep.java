package org.partnerportal.changerequest;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.invitation.InvitationThread;
import org.partnerportal.invitation.Terms;
import org.partnerportal.relationship.Side;
import org.partnerportal.shared.Ids;
import org.springframework.data.domain.Persistable;

/** One offer or one proposal of an invitation's thread, kept as it was made. */
@Entity
class ThreadStep implements Persistable<UUID> {

    @Id
    private UUID id;

    private UUID invitationId;
    private int round;

    @Enumerated(EnumType.STRING)
    private Side side;

    private int termsVersion;
    private String person;
    private Instant madeAt;
    private @Nullable Integer durationDays;
    private boolean autoExtend;
    private String note;

    @ElementCollection
    @CollectionTable(name = "thread_step_role", joinColumns = @JoinColumn(name = "step_id"))
    @Column(name = "role_template_id")
    private Set<String> roles = new HashSet<>();

    @SuppressWarnings("NullAway.Init")
    protected ThreadStep() {}

    ThreadStep(UUID invitationId, InvitationThread.Step step) {
        Terms terms = step.terms();
        this.id = Ids.next();
        this.invitationId = invitationId;
        this.round = step.round();
        this.side = step.side();
        this.termsVersion = terms.version();
        this.person = step.person();
        this.madeAt = step.at();
        this.durationDays = terms.durationDays();
        this.autoExtend = terms.autoExtend();
        this.note = terms.note();
        this.roles.addAll(terms.roles());
    }

    InvitationThread.Step step() {
        return new InvitationThread.Step(
                round, side, person, madeAt, new Terms(termsVersion, roles, durationDays, autoExtend, note));
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
