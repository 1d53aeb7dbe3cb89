package org.partnerportal.referral;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.invitation.InvitationService;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.Contact;
import org.partnerportal.tenant.TenantService;
import org.partnerportal.tenant.TenantView;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The partner's side: who asks to be contacted, who looks after it, and how it ends. */
@Service
@Transactional(readOnly = true)
public class ReferralInbox {

    private final ReferralRepository referrals;
    private final ReferralStepRepository steps;
    private final ReferralSearch search;
    private final InvitationService invitations;
    private final TenantService tenants;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReferralInbox(
            ReferralRepository referrals,
            ReferralStepRepository steps,
            ReferralSearch search,
            InvitationService invitations,
            TenantService tenants,
            ApplicationEventPublisher events,
            Clock clock) {
        this.referrals = referrals;
        this.steps = steps;
        this.search = search;
        this.invitations = invitations;
        this.tenants = tenants;
        this.events = events;
        this.clock = clock;
    }

    ReferralList received(Actor actor, ReferralFilter filter) {
        refuse(ReferralRules.work(actor));
        return search.find(actor, filter, clock.instant());
    }

    /** The same filter, from the first page on where the request is not there before which its page should begin. */
    ReferralFilter known(Actor actor, ReferralFilter filter) {
        UUID before = filter.before();
        return before == null || referrals.ofPartner(actor.tenant(), before).isPresent() ? filter : filter.fromStart();
    }

    /** How many requests nobody has taken, for those who may. */
    public long countNew(Actor actor) {
        return ReferralRules.work(actor).isEmpty()
                ? referrals.countNew(actor.tenant(), clock.instant().minus(ReferralRules.EXPIRES_AFTER))
                : 0;
    }

    /**
     * A request as the partner sees it.
     *
     * @param referral the request
     * @param account the organisation of this portal whose account sent it, or that accepted its invitation; or null
     * @param steps its time line, with what the customer does not see
     * @param people who can look after it
     * @param turn who has to act on the open invitation, or null where there is none
     * @param inviteType the type that an invitation begins with, as far as the person may send it; or null
     * @param inviteRefusal why the person can't invite the customer now, or null
     * @param closeRefusal why the person can't close it now, or null
     * @param outcomes how the person can close it
     */
    record Received(
            ReferralView referral,
            @Nullable TenantView account,
            List<StepView> steps,
            List<Contact> people,
            @Nullable InvitationTurn turn,
            @Nullable PartnerType inviteType,
            @Nullable ReferralRefusal inviteRefusal,
            @Nullable ReferralRefusal closeRefusal,
            Set<ReferralOutcome> outcomes) {}

    /** One of the requests to the person's organisation. */
    Received receivedOne(Actor actor, UUID id) {
        refuse(ReferralRules.work(actor));
        Referral referral = referrals.ofPartner(actor.tenant(), id).orElseThrow(NotFoundException::new);
        Instant now = clock.instant();
        boolean waits = referrals.invitationWaits(actor.tenant(), id, now);
        ReferralView view = referral.view(now);
        return new Received(
                view,
                view.customer() == null ? null : tenants.tenant(view.customer()),
                steps.of(id),
                tenants.sellers(actor.tenant()),
                referrals.turn(referral, now).orElse(null),
                invitations.maySend(actor, view.type()) ? view.type() : null,
                ReferralRules.invite(referral, actor, waits, now).orElse(null),
                ReferralRules.mayClose(referral, actor, waits, now).orElse(null),
                ReferralRules.outcomes(ReferralRules.statusAt(referral.status(), referral.receivedAt(), now)));
    }

    /**
     * Gives a request to one of the partner's people; the first time that makes it active.
     *
     * @param person the account of who is to have it
     * @param shown who had it when the page was shown, or null
     */
    @Transactional
    void assign(Actor actor, UUID id, @Nullable UUID person, @Nullable UUID shown) {
        refuse(ReferralRules.work(actor));
        Referral referral = lockReceived(actor, id);
        Contact assignee = tenants.sellers(actor.tenant()).stream()
                .filter(each -> each.account().equals(person))
                .findFirst()
                .orElse(null);
        if (referral.isAssignedTo(assignee)) {
            return; // the second click of two
        }
        Instant now = clock.instant();
        boolean first = referral.assign(actor, assignee, shown, now);
        UUID account = Objects.requireNonNull(assignee).account(); // else assigning had refused
        steps.add(referral, first ? StepKind.TAKEN : StepKind.ASSIGNED, actor.who(), now, assignee.name());
        events.publishEvent(
                first
                        ? new ReferralEvent.Taken(now, actor.who(), referral.facts(), account, assignee.name())
                        : new ReferralEvent.Assigned(now, actor.who(), referral.facts(), account, assignee.name()));
    }

    /** Everything that is wrong with a note. */
    Optional<ReferralRefusal> checkNote(Actor actor, String note) {
        return ReferralRules.note(actor, note);
    }

    /**
     * Writes something down for colleagues; the customer never sees it.
     *
     * @param form the id chosen with the form: sent twice, it is still one note, and corrected it is another
     */
    @Transactional
    void note(Actor actor, UUID id, UUID form, String note) {
        refuse(ReferralRules.work(actor));
        Referral referral = lockReceived(actor, id);
        refuse(ReferralRules.note(actor, note));
        Instant now = clock.instant();
        UUID step = steps.isOther(form, referral.id(), note) ? Ids.corrected(form, List.of(note)) : form;
        if (!steps.existsById(step)) {
            UUID fresh = Ids.isFresh(step, now) ? step : Ids.next();
            steps.save(new ReferralStep(fresh, referral.id(), StepKind.NOTED, actor.who(), now, note, null));
        }
    }

    /** Why the person can't close the request like that now. */
    Optional<ReferralRefusal> checkClose(Actor actor, UUID id, @Nullable ReferralOutcome outcome, String message) {
        refuse(ReferralRules.work(actor));
        Referral referral = referrals.ofPartner(actor.tenant(), id).orElseThrow(NotFoundException::new);
        Instant now = clock.instant();
        boolean waits = referrals.invitationWaits(actor.tenant(), id, now);
        return referral.wasClosedBy(actor, outcome)
                ? Optional.empty()
                : ReferralRules.close(referral, actor, waits, outcome, message, now);
    }

    @Transactional
    void close(Actor actor, UUID id, @Nullable ReferralOutcome outcome, String message) {
        refuse(ReferralRules.work(actor));
        // one whose time has run out stands in nobody's way, whatever jobs have run; it is locked before its request
        referrals.openInvitation(actor.tenant(), id).ifPresent(open -> invitations.lapse(List.of(open)));
        Referral referral = lockReceived(actor, id);
        if (referral.wasClosedBy(actor, outcome)) {
            return; // the second click of two
        }
        Instant now = clock.instant();
        referral.close(actor, outcome, message, now);
        ReferralOutcome how = Objects.requireNonNull(outcome); // else closing had refused
        steps.add(referral, StepKind.of(how), actor.who(), now, message);
        ReferralFacts facts = referral.facts();
        events.publishEvent(
                switch (how) {
                    case WON -> new ReferralEvent.Won(now, actor.who(), facts, message, false);
                    case LOST -> new ReferralEvent.Lost(now, actor.who(), facts, message);
                    case DECLINED -> new ReferralEvent.Declined(now, actor.who(), facts, message);
                    case EXPIRED -> new ReferralEvent.Expired(now, actor.who(), facts);
                });
    }

    private Referral lockReceived(Actor actor, UUID id) {
        return referrals.lockOfPartner(actor.tenant(), id).orElseThrow(NotFoundException::new);
    }

    private static void refuse(Optional<ReferralRefusal> refusal) {
        refusal.ifPresent(reason -> {
            throw new RefusedException(reason);
        });
    }
}
