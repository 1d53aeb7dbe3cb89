package org.partnerportal.invitation;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerportal.agreement.AgreementService;
import org.partnerportal.agreement.Place;
import org.partnerportal.entrarole.EntraRole;
import org.partnerportal.entrarole.EntraRoles;
import org.partnerportal.limit.Limit;
import org.partnerportal.limit.Limits;
import org.partnerportal.relationship.NewRelationship;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.RelationshipProperties;
import org.partnerportal.relationship.RelationshipService;
import org.partnerportal.relationship.RelationshipView;
import org.partnerportal.shared.Due;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.Limited;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.Origin;
import org.partnerportal.shared.Refusal;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.SentBeforeException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.Who;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends invitations and takes their answers. */
@Service
@Transactional(readOnly = true)
public class InvitationService {

    private final InvitationRepository invitations;
    private final InvitationSearch search;
    private final InvitationThread thread;
    private final InvitationOccasion occasions;
    private final RelationshipService relationships;
    private final RelationshipProperties relationshipProperties;
    private final AgreementService agreements;
    private final TenantService tenants;
    private final EntraRoles roles;
    private final InvitationDelivery delivery;
    private final Limits limits;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    InvitationService(
            InvitationRepository invitations,
            InvitationSearch search,
            InvitationThread thread,
            InvitationOccasion occasions,
            RelationshipService relationships,
            RelationshipProperties relationshipProperties,
            AgreementService agreements,
            TenantService tenants,
            EntraRoles roles,
            InvitationDelivery delivery,
            Limits limits,
            ApplicationEventPublisher events,
            Clock clock) {
        this.invitations = invitations;
        this.search = search;
        this.thread = thread;
        this.occasions = occasions;
        this.relationships = relationships;
        this.relationshipProperties = relationshipProperties;
        this.agreements = agreements;
        this.tenants = tenants;
        this.roles = roles;
        this.delivery = delivery;
        this.limits = limits;
        this.events = events;
        this.clock = clock;
    }

    // the partner's side

    /** A fresh link, with the invitation it leads to: the only moment at which anybody can see it. */
    public record Sent(UUID invitation, Link link) {}

    InvitationList sent(Actor actor, InvitationFilter filter) {
        InvitationRules.manage(actor, null).ifPresent(InvitationService::refuse);
        return search.find(actor.tenant(), filter, clock.instant());
    }

    /** One of the partner's own invitations. */
    public InvitationView sentOne(Actor actor, UUID id) {
        InvitationRules.manage(actor, null).ifPresent(InvitationService::refuse);
        return oneOfPartner(actor, id).view(clock.instant());
    }

    /** Whether that is the link which the invitation has now. */
    boolean isLink(Actor actor, UUID id, Link link) {
        return invitations
                .ofPartner(actor.tenant(), id)
                .filter(invitation -> invitation.linkSha256().equals(link.sha256()))
                .isPresent();
    }

    /** Whether the person may send invitations as that type. */
    public boolean maySend(Actor actor, @Nullable PartnerType type) {
        return InvitationRules.manage(actor, type).isEmpty();
    }

    /**
     * Everything that is wrong with the offer, for the form to show.
     *
     * @param renewed the relationship that it is to renew, or null
     * @param occasion the request that it answers, or null; who asked can be named, customer or not
     */
    List<InvitationRefusal> check(
            Actor actor,
            Offer offer,
            @Nullable RelationshipView renewed,
            InvitationOccasion.@Nullable Occasion occasion) {
        Stream<InvitationRefusal> wrong = InvitationRules.offer(
                offer,
                roles::isRequestable,
                customer -> (occasion != null && customer.equals(occasion.customer()))
                        || relationships.isCustomer(actor.tenant(), customer));
        return renewed == null
                ? wrong.toList()
                : Stream.concat(wrong, InvitationRules.renewal(offer, renewed)).toList();
    }

    /**
     * A relationship to renew.
     *
     * @param relationship the relationship
     * @param email the address whose invitation began it
     * @param language the language of the mail to that address
     */
    record Renewal(RelationshipView relationship, String email, String language) {}

    /** One of the partner's relationships with what began it, for the form to renew it; refused where nobody can. */
    Renewal renewal(Actor actor, UUID relationship) {
        RelationshipView renewed = toRenew(actor, relationship);
        Instant now = clock.instant();
        boolean open = !invitations
                .openRenewals(actor.tenant(), List.of(relationship), now)
                .isEmpty();
        InvitationRules.renew(renewed, open, actor).ifPresent(InvitationService::refuse);
        Optional<Invitation> first = invitations.thatBegan(actor.tenant(), relationship);
        return new Renewal(
                renewed,
                first.map(Invitation::email).orElse(""),
                first.map(Invitation::language).orElse(actor.locale().getLanguage()));
    }

    /** One of the partner's relationships. */
    RelationshipView toRenew(Actor actor, UUID relationship) {
        InvitationRules.manage(actor, null).ifPresent(InvitationService::refuse);
        return relationships.ofPartner(actor.tenant(), relationship);
    }

    /** Whether that very offer has been sent under that id, as the second click of two finds it; another one is refused. */
    boolean isSent(Actor actor, UUID id, Offer offer) {
        Optional<Invitation> first = invitations.ofPartner(actor.tenant(), id);
        if (first.filter(invitation -> !invitation.isOf(offer)).isPresent()) {
            throw new SentBeforeException("/partner/invitations/" + id);
        }
        return first.isPresent();
    }

    @Transactional
    Sent send(Actor actor, UUID id, Offer offer) {
        return send(actor, id, offer, null, null);
    }

    /** Sends an offer to renew that relationship, or because of that request, or because of neither. */
    @Transactional
    Sent send(Actor actor, UUID id, Offer offer, @Nullable UUID renews, @Nullable UUID answers) {
        InvitationRules.manage(actor, offer.type()).ifPresent(InvitationService::refuse);
        Instant now = clock.instant();
        RelationshipView renewed = renews == null ? null : lockToRenew(actor, renews, id, now);
        InvitationOccasion.Occasion occasion = answers == null ? null : occasions.toInvite(actor, answers);
        check(actor, offer, renewed, occasion).stream().findFirst().ifPresent(InvitationService::refuse);
        Link link = Link.random();
        var invitation = new Invitation(Ids.isFresh(id, now) ? id : Ids.next(), offer, actor, link, now);
        if (renewed != null) {
            invitation.renews(renewed, invitations.isAnotherRenewalOpen(actor.tenant(), renewed.id(), id), actor);
        }
        invitations.save(invitation);
        if (occasion != null) {
            Stream.ofNullable(occasion.overdue()).forEach(earlier -> lapse(List.of(earlier)));
            invitations.flush(); // the request names it
            occasions.invited(actor, occasion.referral(), invitation.id());
        }
        limits.use(Limit.INVITATION_MAILS, actor.tenant().toString(), now);
        events.publishEvent(new InvitationEvent.Sent(now, actor.who(), invitation.facts(), link, offer.note()));
        return new Sent(invitation.id(), link);
    }

    /** Whether the person may send invitations, of some types at least, or why not. */
    public Optional<InvitationRefusal> maySend(Actor actor) {
        return InvitationRules.manage(actor, null);
    }

    /**
     * Everything that keeps the person from sending that offer, one of many.
     *
     * @param isCustomer whether a tenant is a customer of the partner; many are read at once
     */
    public List<InvitationRefusal> check(Actor actor, Offer offer, Predicate<TenantId> isCustomer) {
        return Stream.concat(
                        InvitationRules.manage(actor, offer.type()).stream(),
                        InvitationRules.offer(offer, roles::isRequestable, isCustomer))
                .toList();
    }

    /** Those of these offers, by their keys, that are open already: the invitation for each. */
    public Map<String, UUID> open(Actor actor, Collection<String> keys) {
        return keys.isEmpty()
                ? Map.of()
                : invitations.open(actor.tenant(), keys, clock.instant()).stream()
                        .collect(Collectors.toMap(
                                InvitationRepository.Open::key,
                                InvitationRepository.Open::id,
                                (first, second) -> first));
    }

    /**
     * The invitation that carries an offer.
     *
     * @param sent whether it was sent now; else it was open already
     */
    public record SentOnce(UUID invitation, boolean sent) {}

    /**
     * Sends one offer of many, unless the same is open already. Those whose time has run out make room for it, whatever jobs
     * have run; a unique constraint stands behind it.
     */
    @Transactional
    public SentOnce sendOnce(Actor actor, Offer offer) {
        Instant now = clock.instant();
        for (Invitation same : invitations.lockSame(actor.tenant(), offer.key(actor.tenant()))) {
            lapse(same, now);
            if (same.status().isOpen()) {
                return new SentOnce(same.id(), false);
            }
        }
        invitations.flush(); // a key that has become free must be so before it is taken again
        UUID id = send(actor, Ids.next(), offer).invitation();
        invitations.findById(id).orElseThrow().cameInBulk();
        return new SentOnce(id, true);
    }

    @Transactional
    Sent resend(Actor actor, UUID id) {
        InvitationRules.manage(actor, null).ifPresent(InvitationService::refuse);
        Instant now = clock.instant();
        RelationshipView renewed = invitations
                .renewedBy(actor.tenant(), id)
                .map(relationship -> lockToRenew(actor, relationship, id, now))
                .orElse(null);
        boolean anotherIsOpen = renewed != null && invitations.isAnotherRenewalOpen(actor.tenant(), renewed.id(), id);
        Invitation invitation = lockSent(actor, id);
        Link link = Link.random();
        invitation.resend(actor, link, now);
        if (renewed != null) {
            invitation.renews(renewed, anotherIsOpen, actor); // another may have taken its place since
        }
        limits.use(Limit.RESENDS, id.toString(), now);
        limits.use(Limit.INVITATION_MAILS, actor.tenant().toString(), now);
        events.publishEvent(new InvitationEvent.Resent(now, actor.who(), invitation.facts(), link, invitation.note()));
        return new Sent(id, link);
    }

    /**
     * The same from a page that showed the invitation: nothing when it has changed since then, as it has for the second
     * click of two, so that no mail brings a link that is dead already.
     */
    @Transactional
    Optional<Sent> resend(Actor actor, UUID id, Optional<Integer> termsShown) {
        InvitationRules.manage(actor, null).ifPresent(InvitationService::refuse);
        boolean changed = termsShown
                .filter(shown -> shown != lockSent(actor, id).termsVersion())
                .isPresent();
        return changed ? Optional.empty() : Optional.of(resend(actor, id));
    }

    /**
     * Sends the latest mail to the addressee once more, the very same with the same link, after it got stuck.
     *
     * @return whether there was anything to do; for the second click of two there is not
     */
    @Transactional
    boolean sendAgain(Actor actor, UUID id) {
        InvitationRules.manage(actor, null).ifPresent(InvitationService::refuse);
        Invitation invitation = lockSent(actor, id);
        Instant now = clock.instant();
        InvitationRules.sendAgain(invitation, actor, now).ifPresent(InvitationService::refuse);
        if (!delivery.sendAgain(id)) {
            return false;
        }
        limits.use(Limit.RESENDS, id.toString(), now);
        events.publishEvent(new InvitationEvent.MailedAgain(now, actor.who(), invitation.facts()));
        return true;
    }

    /**
     * Whether the person's organisation has sent as many invitation mails as it can for now, what to tell of it, and from when
     * it can go on. Work that can wait asks before each one; another may still be faster, and the verb refuses then.
     */
    public Optional<Limited> reachedLimit(Actor actor) {
        return limits.reached(Limit.INVITATION_MAILS, actor.tenant().toString(), clock.instant());
    }

    /** The same for a batch, which leaves some mails of the hour to people. */
    public Optional<Limited> reachedLimitOfBatches(Actor actor) {
        return limits.reachedByBatch(Limit.INVITATION_MAILS, actor.tenant().toString(), clock.instant());
    }

    @Transactional
    void withdraw(Actor actor, UUID id) {
        InvitationRules.manage(actor, null).ifPresent(InvitationService::refuse);
        Invitation invitation = lockSent(actor, id);
        if (invitation.status() == InvitationStatus.WITHDRAWN) {
            return; // withdrawn is withdrawn, also for the second click of two
        }
        Instant now = clock.instant();
        UUID requestedBy = invitation.waitsForPartner();
        invitation.withdraw(actor, now);
        events.publishEvent(new InvitationEvent.Withdrawn(now, actor.who(), invitation.facts(), requestedBy));
    }

    /** Whether the person may revise the offer now, whatever the new terms are, or why not. */
    public Optional<InvitationRefusal> mayRevise(Actor actor, UUID id) {
        InvitationRules.manage(actor, null).ifPresent(InvitationService::refuse);
        return InvitationRules.mayRevise(oneOfPartner(actor, id), actor, clock.instant());
    }

    /** Everything that keeps the offer from being revised to these terms now. */
    public List<InvitationRefusal> checkRevision(Actor actor, UUID id, Terms revised) {
        InvitationRules.manage(actor, null).ifPresent(InvitationService::refuse);
        return InvitationRules.revise(oneOfPartner(actor, id), revised, actor, roles::isRequestable, clock.instant())
                .toList();
    }

    /**
     * Offers other terms instead of those for which changes were requested.
     *
     * @return the new link; empty for the second click of two, which changes nothing
     */
    @Transactional
    public Optional<Sent> revise(Actor actor, UUID id, Terms revised) {
        InvitationRules.manage(actor, null).ifPresent(InvitationService::refuse);
        Invitation invitation = lockSent(actor, id);
        if (invitation.hasRevised(actor, revised.version())) {
            InvitationRules.reviseAgain(invitation, revised).ifPresent(InvitationService::refuse);
            return Optional.empty();
        }
        Instant now = clock.instant();
        Link link = Link.random();
        Terms earlier = invitation.terms();
        UUID requestedBy = invitation.waitsForPartner();
        invitation.revise(revised, actor, link, roles::isRequestable, now);
        limits.use(Limit.INVITATION_MAILS, actor.tenant().toString(), now);
        events.publishEvent(new InvitationEvent.Revised(
                now, actor.who(), invitation.facts(), link, earlier, invitation.terms(), requestedBy));
        return Optional.of(new Sent(id, link));
    }

    private Invitation oneOfPartner(Actor actor, UUID id) {
        return invitations.ofPartner(actor.tenant(), id).orElseThrow(NotFoundException::new);
    }

    /**
     * The relationship to renew, locked after the offers to renew it, as accepting one of them does. Those whose time has run
     * out make room for the next, whatever jobs have run.
     */
    private RelationshipView lockToRenew(Actor actor, UUID relationship, UUID invitation, Instant now) {
        invitations.lockRenewals(actor.tenant(), relationship, invitation).stream()
                .filter(other -> !other.id().equals(invitation))
                .forEach(other -> lapse(other, now));
        return relationships.lockOfPartner(actor.tenant(), relationship);
    }

    private Invitation lockSent(Actor actor, UUID id) {
        return invitations.lockOfPartner(actor.tenant(), id).orElseThrow(NotFoundException::new);
    }

    // the customer's side

    /** Counts a link that somebody follows, whatever it is; refused to whoever tries too many. */
    @Transactional
    void tryLink(Origin origin) {
        limits.use(Limit.LINK_TRIES, origin.network(), clock.instant());
    }

    /** Where the mailed link leads this person. */
    Opening follow(Actor actor, Optional<String> linkSha256) {
        Optional<Invitation> found = linkSha256.flatMap(invitations::findByLinkSha256);
        if (found.isEmpty()) {
            return new Opening.Unknown();
        }
        Invitation invitation = found.get();
        return InvitationRules.maySee(invitation, actor)
                ? new Opening.Here(invitation.id())
                : new Opening.WrongAccount(Masked.email(invitation.email()));
    }

    /** The invitation as this person sees it; the first look of the addressee is told to the partner. */
    @Transactional
    ReceivedInvitation open(Actor actor, UUID id) {
        Invitation invitation = visible(actor, invitations.findById(id));
        Instant now = clock.instant();
        if (invitation.isFirstLook(actor, now) && invitations.markOpened(id, now) == 1) {
            events.publishEvent(new InvitationEvent.Opened(now, actor.who(), invitation.facts()));
        }
        Circumstances circumstances = circumstances(invitation, actor);
        return new ReceivedInvitation(
                invitation.view(now),
                circumstances.agreementAccepted(),
                InvitationRules.mayAccept(invitation, actor, circumstances, now).orElse(null),
                InvitationRules.answer(invitation, actor, circumstances, now).orElse(null),
                InvitationRules.mayDecline(invitation, actor, circumstances, now)
                        .orElse(null),
                InvitationRules.askColleagues(invitation, actor, circumstances, now)
                        .isEmpty(),
                InvitationRules.mayAskApprover(invitation, actor, circumstances, now)
                        .isEmpty(),
                invitation.approvers(),
                invitation.wasAnswered(InvitationStatus.ACCEPTED, actor));
    }

    /** The relationship that the invitation is to renew, as the customer may see it; null where it renews none. */
    @Nullable
    RelationshipView renewedBy(Actor actor, InvitationView invitation) {
        UUID renews = invitation.renews();
        return renews == null ? null : relationships.ofCustomer(actor.tenant(), renews);
    }

    /** The relationship that an accepted invitation began. */
    RelationshipView granted(Actor actor, InvitationView invitation) {
        return relationships.ofCustomer(actor.tenant(), invitation.relationshipId());
    }

    /** Whether exactly this may be accepted now, or why not. */
    Optional<InvitationRefusal> mayAccept(Actor actor, UUID id, Acceptance acceptance) {
        Invitation invitation = visible(actor, invitations.findById(id));
        return InvitationRules.accept(invitation, acceptance, actor, circumstances(invitation, actor), clock.instant());
    }

    /**
     * Accepts the agreement and authorizes the partner, exactly once. The same person again gets the first result.
     * Relationship, agreement acceptance, trail and mails are written in this transaction.
     */
    @Transactional
    void accept(Actor actor, UUID id, Acceptance acceptance, Origin origin) {
        Invitation invitation = lockVisible(actor, id);
        if (invitation.wasAnswered(InvitationStatus.ACCEPTED, actor)) {
            return;
        }
        Instant now = clock.instant();
        NewRelationship terms = invitation.accept(acceptance, actor, circumstances(invitation, actor), now);
        agreements.accept(
                actor, acceptance.agreement(), acceptance.language(), acceptance.read(), Place.INVITATION, origin);
        relationships.start(terms, actor.tenant(), actor.who(), now);
        events.publishEvent(new InvitationEvent.Accepted(
                now,
                actor.who(),
                invitation.facts(),
                Set.copyOf(invitation.roles()),
                terms.roles(),
                invitation.durationDays(),
                terms.durationDays()));
    }

    /** Whether the person may decline now, with that reason, or why not. */
    Optional<InvitationRefusal> mayDecline(Actor actor, UUID id, String reason) {
        Invitation invitation = visible(actor, invitations.findById(id));
        return InvitationRules.decline(invitation, reason, actor, circumstances(invitation, actor), clock.instant());
    }

    @Transactional
    void decline(Actor actor, UUID id, String reason) {
        Invitation invitation = lockVisible(actor, id);
        if (invitation.wasAnswered(InvitationStatus.DECLINED, actor)) {
            return;
        }
        Instant now = clock.instant();
        invitation.decline(reason, actor, circumstances(invitation, actor), now);
        events.publishEvent(new InvitationEvent.Declined(now, actor.who(), invitation.facts(), reason));
    }

    /** The invitation as this person sees it, without noting that it was looked at. */
    public InvitationView received(Actor actor, UUID id) {
        return visible(actor, invitations.findById(id)).view(clock.instant());
    }

    /** Whether the person may answer the invitation now, and so may ask for changes, or why not. */
    public Optional<InvitationRefusal> mayAnswer(Actor actor, UUID id) {
        Invitation invitation = visible(actor, invitations.findById(id));
        return InvitationRules.answer(invitation, actor, circumstances(invitation, actor), clock.instant());
    }

    /** Everything that keeps the person from proposing these terms now. */
    public List<InvitationRefusal> checkProposal(Actor actor, UUID id, Terms proposed) {
        Invitation invitation = visible(actor, invitations.findById(id));
        return InvitationRules.requestChanges(
                        invitation,
                        proposed,
                        actor,
                        circumstances(invitation, actor),
                        roles::isRequestable,
                        clock.instant())
                .toList();
    }

    /**
     * Asks the partner for other terms, exactly once. The same person with the same terms again gets the first result; with
     * others it is told what it has proposed already.
     */
    @Transactional
    public void requestChanges(Actor actor, UUID id, Terms proposed) {
        Invitation invitation = lockVisible(actor, id);
        if (invitation.hasRequestedChanges(actor)) {
            Terms before = thread.proposed(actor.tenant(), id).orElseThrow();
            InvitationRules.proposeAgain(invitation, proposed, before).ifPresent(InvitationService::refuse);
            return;
        }
        Instant now = clock.instant();
        Terms asked = invitation.terms();
        Instant offeredAt = invitation.sentAt();
        Terms changes =
                invitation.requestChanges(proposed, actor, circumstances(invitation, actor), roles::isRequestable, now);
        events.publishEvent(new InvitationEvent.ChangesRequested(
                now, actor.who(), invitation.facts(), asked, changes, invitation.senderName(), offeredAt));
    }

    /** Hands the invitation to one Global Administrator, who is mailed once however often that is asked. */
    @Transactional
    void askApprover(Actor actor, UUID id, UUID approverId) {
        Invitation invitation = lockVisible(actor, id);
        Actor approver =
                tenants.actor(approverId).orElseThrow(() -> new RefusedException(InvitationRefusal.NOT_AN_APPROVER));
        Instant now = clock.instant();
        if (invitation.askApprover(approver, actor, circumstances(invitation, actor), now)) {
            events.publishEvent(new InvitationEvent.ApproverAsked(
                    now, actor.who(), invitation.facts(), approver.account(), approver.name()));
        }
    }

    /** Hands the invitation to the colleagues who can answer it. */
    @Transactional
    void askColleagues(Actor actor, UUID id) {
        Invitation invitation = lockVisible(actor, id);
        if (invitation.customer() != null) {
            return; // they have been asked, or named by the partner: nobody is mailed twice
        }
        Instant now = clock.instant();
        invitation.askColleagues(actor, circumstances(invitation, actor), now);
        events.publishEvent(new InvitationEvent.ColleaguesAsked(now, actor.who(), invitation.facts()));
    }

    /** Asks the partner for a new link after the old one lapsed. */
    @Transactional
    void askAgain(Actor actor, UUID id) {
        Invitation invitation = lockVisible(actor, id);
        Instant now = clock.instant();
        if (invitation.askAgain(actor, now)) {
            events.publishEvent(new InvitationEvent.AskedAgain(now, actor.who(), invitation.facts()));
        }
    }

    private Invitation lockVisible(Actor actor, UUID id) {
        return visible(actor, invitations.lock(id));
    }

    private static Invitation visible(Actor actor, Optional<Invitation> invitation) {
        return invitation.filter(found -> InvitationRules.maySee(found, actor)).orElseThrow(NotFoundException::new);
    }

    private Circumstances circumstances(Invitation invitation, Actor actor) {
        boolean privileged = invitation.roles().stream()
                .anyMatch(id -> roles.find(id).filter(EntraRole::privileged).isPresent());
        return new Circumstances(
                tenants.contact(invitation.senderId()).active(),
                privileged && relationshipProperties.privilegedRolesNeedGlobalAdmin(),
                agreements.accepted(actor.tenant()).isPresent(),
                agreements.current(actor.locale()).id());
    }

    // the clock's side

    /** Some of the invitations whose time has run out and whose status does not say so yet, behind that one. */
    List<Due> due(Due after, int most) {
        return invitations.due(clock.instant(), after.at(), after.id(), org.springframework.data.domain.Limit.of(most));
    }

    /** Marks those of these as lapsed whose time has run out and that nobody answered meanwhile. */
    @Transactional
    public void lapse(List<UUID> ids) {
        Instant now = clock.instant();
        ids.forEach(id -> invitations.lock(id).ifPresent(invitation -> lapse(invitation, now)));
    }

    private void lapse(Invitation invitation, Instant now) {
        if (InvitationRules.lapse(invitation, now).isEmpty()) {
            invitation.lapse(now);
            events.publishEvent(new InvitationEvent.Lapsed(now, Who.PORTAL, invitation.facts()));
        }
    }

    /** Some of the invitations whose addressees are to be reminded, behind that one. */
    List<Due> toRemind(Due after, int most) {
        return invitations.toRemind(
                clock.instant(), after.at(), after.id(), org.springframework.data.domain.Limit.of(most));
    }

    /** Reminds the addressees of those of these that still wait. */
    @Transactional
    void remind(List<UUID> ids) {
        Instant now = clock.instant();
        ids.forEach(id -> invitations
                .lock(id)
                .filter(invitation -> InvitationRules.remind(invitation, now).isEmpty())
                .ifPresent(invitation -> {
                    invitation.remind(now);
                    events.publishEvent(new InvitationEvent.Reminded(now, Who.PORTAL, invitation.facts()));
                }));
    }

    private static void refuse(Refusal refusal) {
        throw new RefusedException(refusal);
    }
}
