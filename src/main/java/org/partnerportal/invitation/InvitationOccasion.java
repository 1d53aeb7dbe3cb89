package org.partnerportal.invitation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;

/** The customer's request because of which a partner sends an invitation. The invitation's pages ask, the referrals answer. */
public interface InvitationOccasion {

    /** The request to the person's organisation, with what an invitation is filled with; refused where nobody can invite now. */
    Occasion toInvite(Actor actor, UUID referral);

    /** Binds an invitation to the request, in the transaction that sends it; refused where nobody can invite now. */
    void invited(Actor actor, UUID referral, UUID invitation);

    /** The request because of which the partner sent that invitation; empty where there was none. */
    Optional<Occasion> of(TenantId partner, UUID invitation);

    /** The request that the invitation answers, where the invited person may see it as one of the customer's people. */
    Optional<Asked> asked(Actor actor, TenantId partner, UUID invitation);

    /**
     * A request in the customer's eyes.
     *
     * @param referral its id
     * @param reference the number to quote
     * @param person who sent it
     * @param at when
     */
    record Asked(UUID referral, String reference, String person, Instant at) {}

    /**
     * A request.
     *
     * @param referral its id
     * @param reference the number to quote
     * @param organisation what the sender calls the organisation
     * @param email the sender's address
     * @param language the language that the sender reads
     * @param customer the sender's organisation, where it is known here
     * @param type the type of relationship that the sender would like, or null
     * @param overdue the earlier invitation because of it whose time has run out, before any job says so; or null
     */
    record Occasion(
            UUID referral,
            String reference,
            String organisation,
            String email,
            String language,
            @Nullable TenantId customer,
            @Nullable PartnerType type,
            @Nullable UUID overdue) {}
}
