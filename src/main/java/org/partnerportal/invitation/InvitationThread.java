package org.partnerportal.invitation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnerportal.relationship.Side;
import org.partnerportal.shared.TenantId;

/** What both sides offered and proposed, one after the other. The invitation's pages ask, the change requests answer. */
public interface InvitationThread {

    /**
     * The steps of an invitation of which the tenant is the partner or the customer, oldest first; none while nobody has asked
     * for changes.
     */
    List<Step> of(TenantId tenant, UUID invitation);

    /** What the customer proposed last; empty while nobody has asked for changes. */
    Optional<Terms> proposed(TenantId tenant, UUID invitation);

    /**
     * One offer or one proposal.
     *
     * @param round the round that it belongs to: an offer, and what the customer proposes instead
     * @param side who wrote it
     * @param person the person's name
     * @param at when
     * @param terms the terms
     */
    record Step(int round, Side side, String person, Instant at, Terms terms) {

        public boolean isProposal() {
            return side == Side.CUSTOMER;
        }
    }
}
