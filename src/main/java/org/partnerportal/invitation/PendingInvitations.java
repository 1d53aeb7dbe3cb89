package org.partnerportal.invitation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerportal.relationship.PendingOffers;
import org.partnerportal.relationship.RelationshipView;
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
    private final InvitationSearch search;
    private final TenantService tenants;
    private final Clock clock;

    PendingInvitations(InvitationRepository invitations, InvitationSearch search, TenantService tenants, Clock clock) {
        this.invitations = invitations;
        this.search = search;
        this.tenants = tenants;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public long countSent(Actor actor) {
        return InvitationRules.manage(actor, null).isEmpty()
                ? search.count(actor.tenant(), InvitationFilter.of("pending", null, null), clock.instant())
                : 0;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, Renewal> renewals(Actor actor, List<RelationshipView> relationships) {
        Map<UUID, Invitation> open = invitations
                .openRenewals(
                        actor.tenant(),
                        relationships.stream().map(RelationshipView::id).toList(),
                        clock.instant())
                .stream()
                .collect(Collectors.toMap(
                        invitation -> Objects.requireNonNull(invitation.openRenewalOf()), invitation -> invitation));
        return relationships.stream()
                .collect(Collectors.toMap(RelationshipView::id, each -> renewal(actor, each, open.get(each.id()))));
    }

    private static Renewal renewal(Actor actor, RelationshipView relationship, @Nullable Invitation open) {
        boolean visible = open != null
                && (InvitationRules.maySee(open, actor)
                        || (open.partner().equals(actor.tenant())
                                && InvitationRules.manage(actor, null).isEmpty()));
        return new Renewal(
                open != null && visible ? open.id() : null,
                InvitationRules.renew(relationship, open != null, actor).orElse(null));
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
