package org.partnerportal.invitation;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;
import org.partnerportal.relationship.NewRelationship;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.RelationshipView;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;

/** The mailed offer of a relationship: addressee, link, life time, answer. */
@Entity
class Invitation {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private String reference;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "partner_id"))
    private TenantId partner;

    private UUID senderId;
    private String senderName;
    private String email;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "customer_id"))
    private @Nullable TenantId customer;

    private String language;

    @Enumerated(EnumType.STRING)
    private PartnerType type;

    private String relationshipName;
    private @Nullable Integer durationDays;
    private boolean autoExtend;
    private String note;
    private int termsVersion;

    @Enumerated(EnumType.STRING)
    private InvitationStatus status;

    private String linkSha256;
    private Instant sentAt;
    private Instant expiresAt;
    private @Nullable Instant remindAt;
    private @Nullable Instant openedAt;
    private @Nullable Instant answeredAt;
    private @Nullable UUID answeredById;
    private @Nullable String answeredByName;
    private @Nullable String declineReason;
    private @Nullable Instant askedAgainAt;
    private @Nullable UUID changesRequestedById;
    private @Nullable UUID revisedById;
    private Instant createdAt;
    private UUID relationshipId;
    private @Nullable UUID renewsId;
    private @Nullable String renewsReference;
    private @Nullable UUID openRenewalOf;
    private @Nullable String offerKey;
    private @Nullable String openBulkKey;

    @ElementCollection
    @BatchSize(size = 100) // the roles of a whole list by one statement
    @CollectionTable(name = "invitation_role", joinColumns = @JoinColumn(name = "invitation_id"))
    @Column(name = "role_template_id")
    private Set<String> roles = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "invitation_approver", joinColumns = @JoinColumn(name = "invitation_id"))
    @OrderBy("askedAt")
    private Set<AskedApprover> approvers = new LinkedHashSet<>();

    /** A Global Administrator to whom the offer was handed, and by whom. */
    @Embeddable
    record AskedApprover(UUID approverId, String approverName, String askedByName, Instant askedAt) {}

    @SuppressWarnings("NullAway.Init")
    protected Invitation() {}

    /** Makes an invitation of an offer that the rules have passed. */
    Invitation(UUID id, Offer offer, Actor sender, Link link, Instant now) {
        this.id = id;
        this.reference = Ids.reference();
        this.partner = sender.tenant();
        this.senderId = sender.account();
        this.senderName = sender.name();
        this.email = offer.email();
        this.customer = offer.customer();
        this.language = offer.language();
        this.type = Objects.requireNonNull(offer.type());
        this.relationshipName = offer.name().isEmpty() ? reference : offer.name();
        this.durationDays = offer.durationDays();
        this.autoExtend = offer.autoExtend();
        this.note = offer.note();
        this.termsVersion = 1;
        this.status = InvitationStatus.PENDING;
        this.linkSha256 = link.sha256();
        this.sentAt = now;
        this.expiresAt = now.plus(Duration.ofDays(offer.lifeDays()));
        this.remindAt = InvitationRules.reminderAfter(now, sentAt, expiresAt).orElse(null);
        this.createdAt = now;
        this.relationshipId = Ids.next();
        this.offerKey = offer.key(partner);
        this.roles.addAll(type.takesRoles() ? offer.roles() : type.fixedRoles());
    }

    /** Whether it says what that offer says. */
    boolean isOf(Offer offer) {
        return offer.key(partner).equals(offerKey)
                && (!type.takesRoles() || offer.roles().equals(roles))
                && Objects.equals(offer.durationDays(), durationDays)
                && offer.autoExtend() == autoExtend
                && offer.language().equals(language)
                && offer.note().equals(note)
                && Duration.ofDays(offer.lifeDays()).equals(Duration.between(sentAt, expiresAt));
    }

    /** Makes it an offer that a row of a file brought: of the same offers only one such can be open. */
    void cameInBulk() {
        openBulkKey = offerKey;
    }

    /** Makes it an offer to renew that relationship: of several such offers only one can be open. */
    void renews(RelationshipView renewed, boolean anotherIsOpen, Actor actor) {
        InvitationRules.renew(renewed, anotherIsOpen, actor).ifPresent(reason -> {
            throw new RefusedException(reason);
        });
        renewsId = renewed.id();
        renewsReference = renewed.reference();
        openRenewalOf = renewsId;
    }

    /**
     * Makes a new link, which kills the old one, with a life time as long as the first one's. A page that the old link had
     * opened is stale from now on, and what was revised before is no second click's first result any more.
     */
    void resend(Actor actor, Link link, Instant now) {
        refuse(InvitationRules.resend(this, actor, now));
        revisedById = null;
        renew(link, now);
    }

    private void renew(Link link, Instant now) {
        Duration life = Duration.between(sentAt, expiresAt);
        if (status != InvitationStatus.PENDING) {
            move(InvitationStatus.PENDING);
        }
        linkSha256 = link.sha256();
        sentAt = now;
        expiresAt = now.plus(life);
        remindAt = InvitationRules.reminderAfter(now, sentAt, expiresAt).orElse(null);
        termsVersion++;
        askedAgainAt = null;
    }

    /**
     * Asks the partner for other terms, for the organisation of whoever asks.
     *
     * @return what is proposed; where the type leaves no choice of roles, with the roles as they are
     */
    Terms requestChanges(
            Terms proposed, Actor actor, Circumstances circumstances, Predicate<String> isRequestable, Instant now) {
        refuse(InvitationRules.requestChanges(this, proposed, actor, circumstances, isRequestable, now)
                .findFirst());
        move(InvitationStatus.CHANGES_REQUESTED);
        customer = actor.tenant();
        changesRequestedById = actor.account();
        return withItsRoles(proposed);
    }

    /** The terms as they would be for this invitation: where the type leaves no choice of roles, with the roles as they are. */
    Terms withItsRoles(Terms terms) {
        return new Terms(
                terms.version(),
                type.takesRoles() ? terms.roles() : roles,
                terms.durationDays(),
                terms.autoExtend(),
                terms.note());
    }

    /** Whether this person asked for the changes that the partner is looking at: asking for the same again changes nothing. */
    boolean hasRequestedChanges(Actor actor) {
        return status == InvitationStatus.CHANGES_REQUESTED && actor.account().equals(changesRequestedById);
    }

    /** Who waits for the partner's answer to a proposal; null when nobody does. */
    @Nullable
    UUID waitsForPartner() {
        return status == InvitationStatus.CHANGES_REQUESTED ? changesRequestedById : null;
    }

    /**
     * Offers other terms instead, by a new link with a life time as long as the first one's. The old link is dead, pages that
     * it had opened are stale, and whoever was asked to approve the old terms can be asked anew.
     */
    void revise(Terms revised, Actor actor, Link link, Predicate<String> isRequestable, Instant now) {
        refuse(InvitationRules.revise(this, revised, actor, isRequestable, now).findFirst());
        if (type.takesRoles()) {
            roles.clear();
            roles.addAll(revised.roles());
        }
        durationDays = revised.durationDays();
        autoExtend = revised.autoExtend();
        note = revised.note();
        revisedById = actor.account();
        approvers.clear();
        renew(link, now);
    }

    /** Whether this person has revised the terms of that version: revising them to the same again changes nothing. */
    boolean hasRevised(Actor actor, int version) {
        return status == InvitationStatus.PENDING
                && termsVersion == version + 1
                && actor.account().equals(revisedById);
    }

    void withdraw(Actor actor, Instant now) {
        refuse(InvitationRules.withdraw(this, actor, now));
        move(InvitationStatus.WITHDRAWN);
    }

    void lapse(Instant now) {
        refuse(InvitationRules.lapse(this, now));
        move(InvitationStatus.LAPSED);
    }

    /** Notes that the addressee is reminded; of the reminders that were missed meanwhile none is made up for. */
    void remind(Instant now) {
        refuse(InvitationRules.remind(this, now));
        remindAt = InvitationRules.reminderAfter(now, sentAt, expiresAt).orElse(null);
    }

    /** Whether this would be the first time that the addressee sees it, while it waits. */
    boolean isFirstLook(Actor actor, Instant now) {
        return openedAt == null
                && InvitationRules.isAddressee(this, actor)
                && InvitationRules.waiting(this, now).isEmpty();
    }

    /** Accepts; returns the terms of the relationship that begins. */
    NewRelationship accept(Acceptance acceptance, Actor actor, Circumstances circumstances, Instant now) {
        refuse(InvitationRules.accept(this, acceptance, actor, circumstances, now));
        answered(InvitationStatus.ACCEPTED, actor, now);
        boolean shortened = !Objects.equals(acceptance.durationDays(), durationDays);
        return new NewRelationship(
                relationshipId,
                reference,
                partner,
                type,
                relationshipName,
                type.takesRoles() ? acceptance.roles() : Set.copyOf(roles),
                acceptance.durationDays(),
                autoExtend && !shortened, // whoever grants fewer days does not mean them to go on for ever
                shortened,
                renewsId);
    }

    void decline(String reason, Actor actor, Circumstances circumstances, Instant now) {
        refuse(InvitationRules.decline(this, reason, actor, circumstances, now));
        answered(InvitationStatus.DECLINED, actor, now);
        declineReason = reason;
    }

    /** Names the addressee's organisation as the customer, so that colleagues there can answer. */
    void askColleagues(Actor actor, Circumstances circumstances, Instant now) {
        refuse(InvitationRules.askColleagues(this, actor, circumstances, now));
        customer = actor.tenant();
    }

    /**
     * Hands the invitation to a Global Administrator of the organisation, who can accept what this person can't; tells whether
     * that colleague had not been asked before.
     */
    boolean askApprover(Actor approver, Actor actor, Circumstances circumstances, Instant now) {
        refuse(InvitationRules.askApprover(this, approver, actor, circumstances, now));
        customer = actor.tenant();
        boolean first = approvers.stream().noneMatch(asked -> asked.approverId().equals(approver.account()));
        if (first) {
            approvers.add(new AskedApprover(approver.account(), approver.name(), actor.name(), now));
        }
        return first;
    }

    /** Asks the partner for a new link; tells whether nobody had asked before. */
    boolean askAgain(Actor actor, Instant now) {
        refuse(InvitationRules.askAgain(this, actor, now));
        boolean first = askedAgainAt == null;
        if (first) {
            askedAgainAt = now;
        }
        return first;
    }

    private void answered(InvitationStatus answer, Actor actor, Instant now) {
        move(answer);
        customer = actor.tenant();
        answeredAt = now;
        answeredById = actor.account();
        answeredByName = actor.name();
    }

    private void move(InvitationStatus next) {
        if (!status.canBecome(next)) {
            throw new IllegalStateException(status + " can't become " + next);
        }
        status = next;
        openRenewalOf = next.isOpen() ? renewsId : null;
        if (!next.isOpen()) {
            openBulkKey = null; // for good: whoever resends it later does so by hand
        }
    }

    private static void refuse(Optional<InvitationRefusal> refusal) {
        refusal.ifPresent(reason -> {
            throw new RefusedException(reason);
        });
    }

    /** Whether this person gave that answer: asking again shows the first result. */
    boolean wasAnswered(InvitationStatus answer, Actor actor) {
        return status == answer && actor.account().equals(answeredById);
    }

    /** The offer as it would be with other terms, for the rules of making one. */
    Offer offer(Terms terms) {
        return new Offer(
                email,
                customer,
                language,
                type,
                relationshipName,
                terms.roles(),
                terms.durationDays(),
                terms.autoExtend(),
                terms.note(),
                (int) Duration.between(sentAt, expiresAt).toDays());
    }

    InvitationFacts facts() {
        return new InvitationFacts(
                id,
                reference,
                partner,
                customer,
                type,
                senderId,
                email,
                language,
                relationshipName,
                expiresAt,
                renewsReference);
    }

    InvitationView view(Instant now) {
        return new InvitationView(
                id,
                reference,
                partner,
                customer,
                email,
                language,
                type,
                relationshipName,
                Set.copyOf(roles),
                durationDays,
                autoExtend,
                note,
                termsVersion,
                InvitationRules.statusAt(this, now),
                senderName,
                createdAt,
                sentAt,
                expiresAt,
                openedAt,
                answeredAt,
                answeredById,
                answeredByName,
                declineReason,
                askedAgainAt,
                relationshipId,
                renewsId,
                renewsReference);
    }

    UUID id() {
        return id;
    }

    TenantId partner() {
        return partner;
    }

    UUID senderId() {
        return senderId;
    }

    String senderName() {
        return senderName;
    }

    Instant sentAt() {
        return sentAt;
    }

    @Nullable
    TenantId customer() {
        return customer;
    }

    String email() {
        return email;
    }

    PartnerType type() {
        return type;
    }

    List<AskedApprover> approvers() {
        return List.copyOf(approvers);
    }

    Terms terms() {
        return new Terms(termsVersion, roles, durationDays, autoExtend, note);
    }

    InvitationStatus status() {
        return status;
    }

    @Nullable
    Instant remindAt() {
        return remindAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    String linkSha256() {
        return linkSha256;
    }

    String note() {
        return note;
    }

    String language() {
        return language;
    }

    @Nullable
    UUID openRenewalOf() {
        return openRenewalOf;
    }

    int termsVersion() {
        return termsVersion;
    }

    @Nullable
    Integer durationDays() {
        return durationDays;
    }

    boolean autoExtend() {
        return autoExtend;
    }

    Set<String> roles() {
        return roles;
    }
}
