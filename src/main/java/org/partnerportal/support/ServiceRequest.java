package org.partnerportal.support;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.onbehalf.AdminCenter;
import org.partnerportal.onbehalf.CenterPerson;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.Refusal;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.TenantId;

/** Something that does not work for a customer, and who looks after it. */
@Entity
class ServiceRequest {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private String reference;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "customer_id"))
    private TenantId customer;

    private String subject;

    @Enumerated(EnumType.STRING)
    private ServiceArea area;

    @Enumerated(EnumType.STRING)
    private Urgency urgency;

    private String language;

    @Enumerated(EnumType.STRING)
    private SupportStatus status;

    private UUID openerId;
    private String openerName;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "opener_partner_id"))
    private @Nullable TenantId openerPartner;

    private @Nullable String openerPartnerName;
    private @Nullable UUID assigneeId;
    private @Nullable String assigneeName;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "assignee_partner_id"))
    private @Nullable TenantId assigneePartner;

    private @Nullable String assigneePartnerName;
    private int steps;
    private Instant createdAt;
    private Instant activeAt;
    private @Nullable Instant closedAt;
    private @Nullable UUID closedById;

    @SuppressWarnings("NullAway.Init")
    protected ServiceRequest() {}

    /** Opens one; its first step holds the description. */
    ServiceRequest(UUID id, AdminCenter center, NewRequest content, Instant now) {
        refuse(SupportRules.open(center));
        refuse(SupportRules.content(content).findFirst());
        this.id = id;
        this.reference = Ids.reference();
        this.customer = center.tenant();
        this.subject = content.subject();
        this.area = Objects.requireNonNull(content.area());
        this.urgency = Objects.requireNonNull(content.urgency());
        this.language = content.language();
        this.status = SupportStatus.OPEN;
        this.openerId = center.actor().account();
        this.openerName = center.actor().name();
        this.openerPartner = center.onBehalf() ? center.actor().tenant() : null;
        this.openerPartnerName = center.onBehalf() ? center.actor().tenantName() : null;
        this.createdAt = now;
        happened(now);
    }

    /** Whether it asks for just that; its first step holds the description. */
    boolean isOf(NewRequest content, String description) {
        var own = new NewRequest(subject, area, urgency, description, language);
        return own.equals(content);
    }

    /**
     * Writes in it; after its end that opens it again.
     *
     * @return whether the writer has taken it by that
     */
    boolean answer(AdminCenter center, String message, boolean shownClosed, Instant now) {
        refuse(SupportRules.answer(this, center, message, shownClosed, now));
        boolean takes = SupportRules.takes(this, false, center);
        if (takes) {
            take(center);
            happened(now);
        }
        move(SupportRules.afterMessage(this, center));
        closedAt = null;
        closedById = null;
        happened(now);
        return takes;
    }

    /** Nobody looks after it any more, since whoever did cannot handle requests now: the only way back to where it began. */
    void leave() {
        if (status != SupportStatus.CLOSED) {
            status = SupportStatus.OPEN;
        }
        assigneeId = null;
        assigneeName = null;
        assigneePartner = null;
        assigneePartnerName = null;
    }

    private void take(AdminCenter center) {
        assigneeId = center.actor().account();
        assigneeName = center.actor().name();
        assigneePartner = center.onBehalf() ? center.actor().tenant() : null;
        assigneePartnerName = center.onBehalf() ? center.actor().tenantName() : null;
    }

    /**
     * Gives it to somebody.
     *
     * @param person who is to look after it, or null where that is nobody who may
     * @param shown who did when the page was shown, or null
     */
    void assign(AdminCenter center, @Nullable CenterPerson person, @Nullable UUID shown, Instant now) {
        refuse(SupportRules.assign(this, center, person != null, !Objects.equals(shown, assigneeId)));
        CenterPerson chosen = Objects.requireNonNull(person);
        assigneeId = chosen.contact().account();
        assigneeName = chosen.contact().name();
        assigneePartner = chosen.partner();
        assigneePartnerName = chosen.partnerName();
        if (status == SupportStatus.OPEN) {
            move(SupportStatus.WITH_HANDLER);
        }
        happened(now);
    }

    /** Whether that person looks after it already: the second click of two changes nothing. */
    boolean isWith(@Nullable CenterPerson person) {
        return status != SupportStatus.CLOSED
                && person != null
                && person.contact().account().equals(assigneeId);
    }

    void close(AdminCenter center, String solution, int stepsShown, Instant now) {
        refuse(SupportRules.close(this, center, solution, stepsShown));
        move(SupportStatus.CLOSED);
        closedAt = now;
        closedById = center.actor().account();
        happened(now);
    }

    /** Whether that person has closed it: doing so again changes nothing. */
    boolean wasClosedBy(AdminCenter center) {
        return center.actor().account().equals(closedById);
    }

    private void move(SupportStatus next) {
        if (!status.canBecome(next)) {
            throw new IllegalStateException(status + " can't become " + next);
        }
        status = next;
    }

    private void happened(Instant now) {
        activeAt = now;
        steps++;
    }

    private static void refuse(Optional<? extends Refusal> refusal) {
        refusal.ifPresent(reason -> {
            throw new RefusedException(reason);
        });
    }

    UUID id() {
        return id;
    }

    SupportStatus status() {
        return status;
    }

    UUID opener() {
        return openerId;
    }

    @Nullable
    TenantId openerPartner() {
        return openerPartner;
    }

    @Nullable
    UUID assignee() {
        return assigneeId;
    }

    @Nullable
    TenantId assigneePartner() {
        return assigneePartner;
    }

    int steps() {
        return steps;
    }

    @Nullable
    Instant closedAt() {
        return closedAt;
    }

    SupportFacts facts() {
        return new SupportFacts(id, reference, subject);
    }

    SupportView view() {
        return new SupportView(
                id,
                reference,
                subject,
                area,
                urgency,
                language,
                status,
                openerName,
                openerPartnerName,
                assigneeId,
                assigneeName,
                assigneePartnerName,
                steps,
                createdAt,
                closedAt == null ? null : SupportRules.reopenedUntil(closedAt));
    }
}
