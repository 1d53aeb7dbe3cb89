package org.partnerportal.referral;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerportal.invitation.InvitationService;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.PendingOffers;
import org.partnerportal.relationship.Side;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The customer's side: what was asked, what becomes of it, and taking it back. */
@Service
@Transactional(readOnly = true)
public class SentReferrals {

    static final int SENT_PAGE = 50;

    private final ReferralRepository referrals;
    private final ReferralStepRepository steps;
    private final InvitationService invitations;
    private final PendingOffers offers;
    private final TenantService tenants;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SentReferrals(
            ReferralRepository referrals,
            ReferralStepRepository steps,
            InvitationService invitations,
            PendingOffers offers,
            TenantService tenants,
            ApplicationEventPublisher events,
            Clock clock) {
        this.referrals = referrals;
        this.steps = steps;
        this.invitations = invitations;
        this.offers = offers;
        this.tenants = tenants;
        this.events = events;
        this.clock = clock;
    }

    /**
     * One page of what the person, or the person's organisation, has asked.
     *
     * @param lines the lines, newest first
     * @param next the request before which the next page begins, or null on the last
     */
    public record SentList(List<SentLine> lines, @Nullable UUID next) {}

    /**
     * A request as the customer's list shows it, with where it stands by the clock.
     *
     * @param turn who has to act on the sender's open invitation, or null where there is none
     * @param type the type of relationship that was asked for, or null
     * @param needs how the text begins
     */
    public record SentLine(
            UUID id,
            String reference,
            String partnerName,
            String sender,
            ReferralStatus status,
            @Nullable ReferralOutcome outcome,
            boolean withdrawn,
            @Nullable InvitationTurn turn,
            @Nullable PartnerType type,
            String needs,
            Instant createdAt) {}

    /** What was sent from the person's address, and what the organisation asked where the person may see that. */
    public SentList sent(Actor actor, @Nullable UUID before) {
        Instant now = clock.instant();
        List<ReferralRepository.Sent> found = referrals.sent(
                actor.tenant(),
                actor.email(),
                ReferralRules.seesAll(actor),
                before == null ? Ids.LAST : before,
                org.springframework.data.domain.Limit.of(SENT_PAGE + 1));
        boolean more = found.size() > SENT_PAGE;
        List<ReferralRepository.Sent> shown = more ? found.subList(0, SENT_PAGE) : found;
        return new SentList(
                shown.stream().map(row -> line(row, now)).toList(),
                more ? shown.get(SENT_PAGE - 1).id() : null);
    }

    private static SentLine line(ReferralRepository.Sent row, Instant now) {
        boolean expired = ReferralRules.isExpired(row.status(), row.receivedAt(), now);
        return new SentLine(
                row.id(),
                row.reference(),
                row.partnerName(),
                row.sender(),
                ReferralRules.statusAt(row.status(), row.receivedAt(), now),
                expired
                        ? ReferralOutcome.EXPIRED
                        : ReferralRules.shownToSender(row.outcome(), row.closedBy(), row.closedById()),
                row.closedBy() == Side.CUSTOMER && row.outcome() == ReferralOutcome.LOST,
                row.invitation() == null
                        ? null
                        : ReferralRules.turn(row.invitation(), Objects.requireNonNull(row.invitationExpiresAt()), now),
                row.type(),
                row.needs(),
                row.createdAt());
    }

    /** How many of these are open. */
    public long countOpen(Actor actor) {
        Instant since = clock.instant().minus(ReferralRules.EXPIRES_AFTER);
        return referrals.countOpen(actor.tenant(), actor.email(), ReferralRules.seesAll(actor), since);
    }

    /**
     * A request as the customer sees it.
     *
     * @param referral the request
     * @param partnerName whom it asks
     * @param steps its time line, as far as the customer sees it
     * @param turn who has to act on the sender's open invitation, or null where there is none
     * @param invitation the invitation that the person can answer now, or null
     * @param withdrawRefusal why the person can't take it back now, or null
     */
    public record SentOne(
            ReferralView referral,
            String partnerName,
            List<StepView> steps,
            @Nullable InvitationTurn turn,
            @Nullable UUID invitation,
            @Nullable ReferralRefusal withdrawRefusal) {}

    /** One of the requests of the person or the person's organisation. */
    public SentOne sentOne(Actor actor, UUID id) {
        Referral referral = visible(actor, referrals.findById(id));
        Instant now = clock.instant();
        Set<UUID> own = toSender(referral);
        UUID open = referral.openInvitation() != null && own.contains(referral.openInvitation())
                ? referral.openInvitation()
                : null;
        boolean waits = open != null && referrals.invitationWaits(referral.partner(), id, now);
        boolean mayAnswer = open != null
                && offers.waitingFor(actor).stream()
                        .anyMatch(offer -> offer.invitation().equals(open));
        return new SentOne(
                referral.sentView(open, now),
                tenants.tenant(referral.partner()).name(),
                steps.of(id).stream().filter(step -> step.isShared(own)).toList(),
                open == null ? null : referrals.turn(referral, now).orElse(null),
                mayAnswer ? open : null,
                ReferralRules.withdraw(referral, actor, waits, now).orElse(null));
    }

    private Set<UUID> toSender(Referral referral) {
        return referrals.invitations(referral.partner(), referral.id()).stream()
                .filter(each -> ReferralRules.isForSender(referral, each.email(), each.customer()))
                .map(ReferralRepository.Invited::id)
                .collect(Collectors.toSet());
    }

    /** Takes a request back for the customer. */
    @Transactional
    public void withdraw(Actor actor, UUID id) {
        // one whose time has run out stands in nobody's way, whatever jobs have run; it is locked before its request
        referrals
                .openInvitation(actor.tenant(), actor.email(), ReferralRules.seesAll(actor), id)
                .ifPresent(open -> invitations.lapse(List.of(open)));
        Referral referral = visible(actor, referrals.lock(id));
        if (referral.wasClosedBy(actor, ReferralOutcome.LOST)) {
            return; // the second click of two
        }
        Instant now = clock.instant();
        UUID open = referral.openInvitation();
        referral.withdraw(actor, open != null && toSender(referral).contains(open), now);
        steps.add(referral, StepKind.WITHDRAWN, actor.who(), now, "");
        events.publishEvent(new ReferralEvent.Withdrawn(now, actor.who(), referral.facts()));
    }

    private static Referral visible(Actor actor, Optional<Referral> referral) {
        return referral.filter(found -> ReferralRules.maySee(found, actor)).orElseThrow(NotFoundException::new);
    }
}
