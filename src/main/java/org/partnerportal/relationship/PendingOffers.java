package org.partnerportal.relationship;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Refusal;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;

/** Offers that wait for an answer by the person or the organisation. The list asks, the invitations answer. */
public interface PendingOffers {

    /**
     * The waiting offers, the one that lapses first in front; at most 100. With them those for which somebody here asked for
     * changes, while the partner thinks.
     */
    List<Offer> waitingFor(Actor actor);

    /** How many offers of the person's organisation wait, counted as far as lists count; none for whoever sends none. */
    long countSent(Actor actor);

    /**
     * How a renewal of each of these relationships stands, for that person.
     *
     * @return by relationship
     */
    Map<UUID, Renewal> renewals(Actor actor, List<RelationshipView> relationships);

    /**
     * How the renewal of one relationship stands.
     *
     * @param invitation the offer to renew it that is open and that the person may see, or null
     * @param refusal why the person can't offer to renew it now, or null
     */
    record Renewal(@Nullable UUID invitation, @Nullable Refusal refusal) {}

    /**
     * One offer.
     *
     * @param invitation the invitation to open
     * @param partner the partner's tenant id
     * @param partnerName the partner's name
     * @param type the partner type
     * @param name the relationship's name
     * @param roles the template ids of the roles asked for
     * @param durationDays the days asked for, or null without a limit
     * @param expiresAt when the offer lapses
     * @param changesRequested whether changes were asked for, and the partner is to answer first
     */
    record Offer(
            UUID invitation,
            TenantId partner,
            String partnerName,
            PartnerType type,
            String name,
            Set<String> roles,
            @Nullable Integer durationDays,
            Instant expiresAt,
            boolean changesRequested) {}
}
