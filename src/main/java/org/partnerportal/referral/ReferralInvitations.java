package org.partnerportal.referral;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.partnerportal.invitation.InvitationEvent;
import org.partnerportal.invitation.InvitationFacts;
import org.partnerportal.invitation.InvitationOccasion;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.Who;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.Contact;
import org.partnerportal.tenant.TenantService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Binds invitations to the requests because of which they are sent, and keeps in their time lines what becomes of them, in the
 * same transaction. The invitation's row is always locked before that of its request.
 */
@Component
class ReferralInvitations implements InvitationOccasion {

    private final ReferralRepository referrals;
    private final ReferralStepRepository steps;
    private final EntityManager entities;
    private final TenantService tenants;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReferralInvitations(
            ReferralRepository referrals,
            ReferralStepRepository steps,
            EntityManager entities,
            TenantService tenants,
            ApplicationEventPublisher events,
            Clock clock) {
        this.referrals = referrals;
        this.steps = steps;
        this.entities = entities;
        this.tenants = tenants;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Occasion toInvite(Actor actor, UUID id) {
        Instant now = clock.instant();
        Referral referral = referrals.ofPartner(actor.tenant(), id).orElseThrow(NotFoundException::new);
        Occasion occasion = occasion(invitable(referral, actor, now));
        entities.detach(
                referral); // whoever invites locks it later in the same transaction, and reads it anew behind the lock
        return occasion;
    }

    private ReferralView invitable(Referral referral, Actor actor, Instant now) {
        boolean waits = referrals.invitationWaits(actor.tenant(), referral.id(), now);
        ReferralRules.invite(referral, actor, waits, now).ifPresent(refusal -> {
            throw new RefusedException(refusal);
        });
        return referral.view(now);
    }

    private static Occasion occasion(ReferralView referral) {
        return new Occasion(
                referral.id(),
                referral.reference(),
                referral.organisation(),
                referral.email(),
                referral.language(),
                referral.customer(),
                referral.type(),
                referral.openInvitation());
    }

    /** Whoever invites a customer whom nobody has taken takes the request by that. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void invited(Actor actor, UUID id, UUID invitation) {
        Instant now = clock.instant();
        Referral referral = referrals.lockOfPartner(actor.tenant(), id).orElseThrow(NotFoundException::new);
        referral.invite(actor, invitation, now);
        if (referral.status() == ReferralStatus.NEW) {
            Contact me = tenants.contact(actor.account());
            referral.assign(actor, me, null, now);
            steps.add(referral, StepKind.TAKEN, actor.who(), now, me.name(), null);
            events.publishEvent(new ReferralEvent.Taken(now, actor.who(), referral.facts(), me.account(), me.name()));
        }
        steps.add(referral, StepKind.INVITED, actor.who(), now, "", invitation);
        ReferralRepository.Invited invited = referrals.invitation(actor.tenant(), invitation);
        boolean toSender = ReferralRules.isForSender(referral, invited.email(), invited.customer());
        events.publishEvent(new ReferralEvent.Invited(now, actor.who(), referral.facts(), toSender));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Occasion> of(TenantId partner, UUID invitation) {
        Instant now = clock.instant();
        return referrals.invited(partner, invitation).map(referral -> occasion(referral.view(now)));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Asked> asked(Actor actor, TenantId partner, UUID invitation) {
        return referrals
                .invited(partner, invitation)
                .filter(referral -> ReferralRules.maySee(referral, actor))
                .map(referral ->
                        new Asked(referral.id(), referral.facts().reference(), referral.name(), referral.createdAt()));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(InvitationEvent.Opened event) {
        step(event, StepKind.OPENED);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(InvitationEvent.ChangesRequested event) {
        step(event, StepKind.CHANGES_REQUESTED);
    }

    /** An invitation that is there again, after it ran out or because it was revised, waits beside no other. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(InvitationEvent.Revised event) {
        step(event, StepKind.REVISED).ifPresent(referral -> resume(referral, event.invitation()));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(InvitationEvent.Resent event) {
        step(event, StepKind.RESENT).ifPresent(referral -> resume(referral, event.invitation()));
    }

    private static void resume(Referral referral, InvitationFacts invitation) {
        if (!invitation.id().equals(referral.openInvitation())
                && referral.status().isOpen()) {
            referral.resume(invitation.id());
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(InvitationEvent.Declined event) {
        step(event, StepKind.INVITATION_DECLINED).ifPresent(referral -> ended(referral, event.invitation()));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(InvitationEvent.Lapsed event) {
        step(event, StepKind.INVITATION_LAPSED).ifPresent(referral -> ended(referral, event.invitation()));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(InvitationEvent.Withdrawn event) {
        step(event, StepKind.INVITATION_WITHDRAWN).ifPresent(referral -> ended(referral, event.invitation()));
    }

    private static void ended(Referral referral, InvitationFacts invitation) {
        if (invitation.id().equals(referral.openInvitation())) {
            referral.invitationEnded();
        }
    }

    /** The relationship began, so the request has come to its good end, whatever was thought of it. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(InvitationEvent.Accepted event) {
        InvitationFacts invitation = event.invitation();
        step(event, StepKind.ACCEPTED).ifPresent(referral -> {
            if (isForSender(referral, invitation)) {
                UUID relationship = referrals
                        .relationshipOf(invitation.partner(), invitation.id())
                        .orElseThrow();
                referral.accepted(relationship, invitation.customer(), event.at());
                events.publishEvent(new ReferralEvent.Won(event.at(), event.who(), referral.facts(), "", false));
            } else if (referral.acceptedByOthers(event.at())) {
                steps.add(referral, StepKind.LOST, Who.PORTAL, event.at(), "", null);
                events.publishEvent(new ReferralEvent.Won(event.at(), Who.PORTAL, referral.facts(), "", true));
            }
        });
    }

    private static boolean isForSender(Referral referral, InvitationFacts invitation) {
        return ReferralRules.isForSender(referral, invitation.email(), invitation.customer());
    }

    private Optional<Referral> step(InvitationEvent event, StepKind kind) {
        InvitationFacts invitation = event.invitation();
        Optional<Referral> referral = referrals.lockInvited(invitation.partner(), invitation.id());
        referral.ifPresent(found -> steps.add(found, kind, who(found, event), event.at(), "", invitation.id()));
        return referral;
    }

    /** What others did whom the partner invited instead of the sender is kept without their names. */
    private static Who who(Referral referral, InvitationEvent event) {
        boolean ofPartner = referral.partner().equals(event.who().tenant());
        return ofPartner || isForSender(referral, event.invitation()) ? event.who() : Who.PORTAL;
    }
}
