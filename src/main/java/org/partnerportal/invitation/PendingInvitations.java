package org.partnerportal.invitation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.partnerportal.relationship.PendingOffers;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantService;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the customer's pages which invitations wait for an answer. */
@Component
class PendingInvitations implements PendingOffers {

    private static final int MOST = 100;

    private final InvitationRepository invitations;
    private final TenantService tenants;
    private final Clock clock;

    PendingInvitations(InvitationRepository invitations, TenantService tenants, Clock clock) {
        this.invitations = invitations;
        this.tenants = tenants;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Offer> waitingFor(Actor actor) {
        Instant now = clock.instant();
        List<Invitation> waiting = invitations.waitingFor(actor.tenant(), actor.email(), now, Limit.of(MOST)).stream()
                .filter(invitation -> InvitationRules.maySee(invitation, actor))
                .toList();
        Set<TenantId> partners = waiting.stream().map(Invitation::partner).collect(Collectors.toSet());
        var names = tenants.tenants(partners);
        return waiting.stream()
                .map(invitation -> invitation.view(now))
                .map(view -> new Offer(
                        view.id(),
                        view.partner(),
                        Objects.requireNonNull(names.get(view.partner())).name(),
                        view.type(),
                        view.name(),
                        view.roles(),
                        view.durationDays(),
                        view.expiresAt(),
                        view.status() == InvitationStatus.CHANGES_REQUESTED))
                .toList();
    }
}
