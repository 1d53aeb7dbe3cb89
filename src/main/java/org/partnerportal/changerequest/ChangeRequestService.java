package org.partnerportal.changerequest;

import static org.partnerportal.relationship.Side.CUSTOMER;
import static org.partnerportal.relationship.Side.PARTNER;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.partnerportal.invitation.InvitationEvent;
import org.partnerportal.invitation.InvitationThread;
import org.partnerportal.invitation.InvitationView;
import org.partnerportal.invitation.Terms;
import org.partnerportal.relationship.Side;
import org.partnerportal.shared.TenantId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what both sides offered and proposed, in the transaction in which they did. The invitation's row is locked then, so
 * rounds are counted one after the other; a unique constraint stands behind it.
 */
@Service
@Transactional(readOnly = true)
class ChangeRequestService implements InvitationThread {

    private final ThreadRepository steps;

    ChangeRequestService(ThreadRepository steps) {
        this.steps = steps;
    }

    @Override
    public List<Step> of(TenantId tenant, UUID invitation) {
        return steps.of(tenant, invitation).stream().map(ThreadStep::step).toList();
    }

    @Override
    public Optional<Terms> proposed(TenantId tenant, UUID invitation) {
        return last(of(tenant, invitation), CUSTOMER).map(Step::terms);
    }

    /** What the customer proposed last; what is offered, where nobody proposed anything. */
    Terms proposed(InvitationView invitation) {
        return proposed(invitation.partner(), invitation.id()).orElseGet(invitation::terms);
    }

    private static Optional<Step> last(List<Step> thread, Side side) {
        return thread.stream().filter(step -> step.side() == side).reduce((earlier, later) -> later);
    }

    /**
     * The offer that takes over exactly the roles and the time that the customer proposed; the partner's own note stays.
     *
     * @param version the version of the terms that the page showed
     */
    Terms asProposed(InvitationView invitation, int version) {
        Terms proposed = proposed(invitation);
        return new Terms(
                version,
                invitation.type().takesRoles() ? proposed.roles() : Set.of(),
                proposed.durationDays(),
                proposed.autoExtend(),
                invitation.note());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(InvitationEvent.ChangesRequested event) {
        UUID invitation = event.invitation().id();
        List<Step> thread = of(event.partner(), invitation);
        int round = lastRound(thread);
        // the first offer stands nowhere yet, nor does one that was sent again, as it was, after it had lapsed
        if (thread.isEmpty() || thread.get(thread.size() - 1).isProposal()) {
            round++;
            String person = last(thread, PARTNER).map(Step::person).orElse(event.offeredBy());
            add(invitation, new Step(round, PARTNER, person, event.offeredAt(), event.asked()));
        }
        add(invitation, new Step(round, CUSTOMER, event.who().name(), event.at(), event.proposed()));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(InvitationEvent.Revised event) {
        UUID invitation = event.invitation().id();
        int round = lastRound(of(event.partner(), invitation)) + 1;
        add(invitation, new Step(round, PARTNER, event.who().name(), event.at(), event.revised()));
    }

    private static int lastRound(List<Step> thread) {
        return thread.isEmpty() ? 0 : thread.get(thread.size() - 1).round();
    }

    private void add(UUID invitation, Step step) {
        steps.save(new ThreadStep(invitation, step));
    }
}
