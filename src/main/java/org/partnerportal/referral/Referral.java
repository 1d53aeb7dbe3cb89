package org.partnerportal.referral;

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
import org.partnerportal.listing.Industry;
import org.partnerportal.listing.OrganisationSize;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.Side;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.Contact;

/** A customer's request for contact, and how far it got. */
@Entity
class Referral {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private String reference;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "partner_id"))
    private TenantId partner;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "customer_id"))
    private @Nullable TenantId customer;

    private @Nullable UUID senderId;
    private String name;
    private String email;
    private String phone;
    private String organisation;
    private String country;
    private String place;

    @Enumerated(EnumType.STRING)
    private OrganisationSize size;

    @Enumerated(EnumType.STRING)
    private Industry industry;

    private String needs;

    @Enumerated(EnumType.STRING)
    private @Nullable PartnerType type;

    private String language;

    @Enumerated(EnumType.STRING)
    private ReferralStatus status;

    @Enumerated(EnumType.STRING)
    private @Nullable ReferralOutcome outcome;

    private @Nullable String linkSha256;
    private Instant createdAt;
    private @Nullable Instant receivedAt;
    private @Nullable Instant dueAt;
    private @Nullable UUID assigneeId;
    private @Nullable String assigneeName;
    private @Nullable Instant closedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Side closedBy;

    private @Nullable UUID closedById;

    @Column(name = "open_invitation_id")
    private @Nullable UUID openInvitation;

    private @Nullable UUID relationshipId;

    @SuppressWarnings("NullAway.Init")
    protected Referral() {}

    /** Makes one of what somebody typed who is not signed in: it waits for its address to be proven by the link. */
    Referral(UUID id, TenantId partner, ContactRequest request, String linkSha256, Instant now) {
        this(id, partner, request, ReferralStatus.UNCONFIRMED, now);
        this.linkSha256 = linkSha256;
        schedule(false);
    }

    /** Makes one of somebody who is signed in, and whose address is proven by that: the partner has it at once. */
    Referral(UUID id, TenantId partner, ContactRequest request, Actor sender, Instant now) {
        this(id, partner, request, ReferralStatus.NEW, now);
        this.senderId = sender.account();
        this.customer = sender.tenant();
        this.receivedAt = now;
        schedule(false);
    }

    private Referral(UUID id, TenantId partner, ContactRequest request, ReferralStatus status, Instant now) {
        this.id = id;
        this.status = status;
        this.reference = Ids.reference();
        this.partner = partner;
        this.name = request.name();
        this.email = request.email();
        this.phone = request.phone();
        this.organisation = request.organisation();
        this.country = request.country();
        this.place = request.place();
        this.size = Objects.requireNonNull(request.size());
        this.industry = Objects.requireNonNull(request.industry());
        this.needs = request.needs();
        this.type = request.type();
        this.language = request.language();
        this.createdAt = now;
    }

    /**
     * Proves the address: from now on the partner has it.
     *
     * @param listed whether people can find the partner
     */
    void confirm(boolean listed, Instant now) {
        refuse(ReferralRules.confirm(this, listed, now));
        move(ReferralStatus.NEW);
        receivedAt = now;
        schedule(false);
    }

    /**
     * Gives it to somebody; the first time that makes it active.
     *
     * @param assignee who is to have it, or null where that is nobody who may
     * @param shown who had it when the page was shown, or null
     * @return whether it was new
     */
    boolean assign(Actor actor, @Nullable Contact assignee, @Nullable UUID shown, Instant now) {
        refuse(ReferralRules.assign(this, actor, assignee != null, !Objects.equals(shown, assigneeId), now));
        boolean first = status == ReferralStatus.NEW;
        if (first) {
            move(ReferralStatus.ACTIVE);
            schedule(false);
        }
        assigneeId = Objects.requireNonNull(assignee).account();
        assigneeName = assignee.name();
        return first;
    }

    /** Whether that person has it already: the second click of two changes nothing. */
    boolean isAssignedTo(@Nullable Contact person) {
        return status == ReferralStatus.ACTIVE
                && person != null
                && person.account().equals(assigneeId);
    }

    /** Binds the invitation that the partner sends because of it. */
    void invite(Actor actor, UUID invitation, Instant now) {
        refuse(ReferralRules.invite(this, actor, openInvitation != null, now));
        openInvitation = invitation;
    }

    /** Its invitation waits for an answer again. */
    void resume(UUID invitation) {
        refuse(ReferralRules.resume(this));
        openInvitation = invitation;
    }

    /** Its invitation was declined or taken back, or has run out: another one may follow. */
    void invitationEnded() {
        openInvitation = null;
    }

    /**
     * Its invitation was accepted; that decides, whatever somebody has closed it as.
     *
     * @param relationship the relationship that began
     * @param by the sender's organisation, which accepted
     */
    void accepted(UUID relationship, @Nullable TenantId by, Instant now) {
        openInvitation = null;
        relationshipId = relationship;
        if (customer == null) {
            customer = by;
        }
        if (status != ReferralStatus.CLOSED) {
            end(ReferralOutcome.WON, Side.CUSTOMER, null, now);
        }
        outcome = ReferralOutcome.WON;
    }

    /**
     * Others accepted whom the partner invited instead of the sender: it is over, and by no person's hand.
     *
     * @return whether it was open
     */
    boolean acceptedByOthers(Instant now) {
        openInvitation = null;
        boolean open = status.isOpen();
        if (open) {
            end(ReferralOutcome.WON, Side.PARTNER, null, now);
        }
        return open;
    }

    void close(Actor actor, @Nullable ReferralOutcome how, String message, Instant now) {
        refuse(ReferralRules.close(this, actor, openInvitation != null, how, message, now));
        end(Objects.requireNonNull(how), Side.PARTNER, actor.account(), now);
    }

    /**
     * Takes it back.
     *
     * @param waits whether an invitation to the sender waits for its answer
     */
    void withdraw(Actor actor, boolean waits, Instant now) {
        refuse(ReferralRules.withdraw(this, actor, waits, now));
        end(ReferralOutcome.LOST, Side.CUSTOMER, actor.account(), now);
    }

    /** Whether that person has ended it like that: doing so again changes nothing. */
    boolean wasClosedBy(Actor actor, @Nullable ReferralOutcome how) {
        return status == ReferralStatus.CLOSED
                && outcome == how
                && actor.account().equals(closedById);
    }

    /** Notes that the partner was reminded. */
    void remind() {
        schedule(true);
    }

    void expire(Instant now) {
        end(ReferralOutcome.EXPIRED, null, null, now);
    }

    private void end(ReferralOutcome how, @Nullable Side by, @Nullable UUID person, Instant now) {
        move(ReferralStatus.CLOSED);
        outcome = how;
        closedAt = now;
        closedBy = by;
        closedById = person;
        schedule(false);
    }

    private void move(ReferralStatus next) {
        if (!status.canBecome(next)) {
            throw new IllegalStateException(status + " can't become " + next);
        }
        status = next;
    }

    private void schedule(boolean reminded) {
        dueAt = ReferralRules.dueAt(status, createdAt, receivedAt, reminded).orElse(null);
    }

    private static void refuse(Optional<ReferralRefusal> refusal) {
        refusal.ifPresent(reason -> {
            throw new RefusedException(reason);
        });
    }

    UUID id() {
        return id;
    }

    TenantId partner() {
        return partner;
    }

    @Nullable
    TenantId customer() {
        return customer;
    }

    String name() {
        return name;
    }

    String email() {
        return email;
    }

    ReferralStatus status() {
        return status;
    }

    @Nullable
    ReferralOutcome outcome() {
        return outcome;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable
    Instant receivedAt() {
        return receivedAt;
    }

    @Nullable
    Instant dueAt() {
        return dueAt;
    }

    @Nullable
    UUID assignee() {
        return assigneeId;
    }

    @Nullable
    UUID openInvitation() {
        return openInvitation;
    }

    @Nullable
    UUID relationship() {
        return relationshipId;
    }

    /** Whether it says exactly that to that partner, as where the same form comes twice. */
    boolean isOf(TenantId to, ContactRequest request) {
        var own = new ContactRequest(
                name, email, phone, organisation, country, place, size, industry, needs, type, true, language);
        return partner.equals(to) && own.equals(request);
    }

    ReferralFacts facts() {
        return new ReferralFacts(
                id, reference, partner, customer, name, email, organisation, language, senderId, assigneeId);
    }

    /** As the partner sees it. */
    ReferralView view(Instant now) {
        return view(now, outcome, openInvitation);
    }

    /**
     * As the sender sees it.
     *
     * @param invitation the invitation to the sender that is open, or null
     */
    ReferralView sentView(@Nullable UUID invitation, Instant now) {
        return view(now, ReferralRules.shownToSender(outcome, closedBy, closedById), invitation);
    }

    private ReferralView view(Instant now, @Nullable ReferralOutcome ended, @Nullable UUID invitation) {
        boolean expired = ReferralRules.isExpired(status, receivedAt, now);
        return new ReferralView(
                id,
                reference,
                partner,
                customer,
                name,
                email,
                phone,
                organisation,
                country,
                place,
                size,
                industry,
                needs,
                type,
                language,
                ReferralRules.statusAt(status, receivedAt, now),
                expired ? ReferralOutcome.EXPIRED : ended,
                createdAt,
                receivedAt,
                receivedAt == null ? null : receivedAt.plus(ReferralRules.EXPIRES_AFTER),
                assigneeId,
                assigneeName,
                expired ? null : closedBy,
                invitation,
                relationshipId);
    }
}
