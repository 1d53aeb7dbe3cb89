package org.partnerportal.relationship;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;

/** The requests for contact with which relationships began. The pages of both sides ask, the referrals answer. */
public interface FirstRequests {

    /** Those between the person's organisation, as the customer, and the partner; oldest first. */
    List<Request> toPartner(Actor actor, TenantId partner);

    /** Those between the customer and the person's organisation, as the partner; oldest first. */
    List<Request> fromCustomer(Actor actor, TenantId customer);

    /**
     * One request.
     *
     * @param reference the number to quote
     * @param person who sent it
     * @param at when
     * @param relationship the relationship that it led to
     * @param path its page, or null where the person does not see it
     */
    record Request(
            String reference,
            String person,
            Instant at,
            UUID relationship,
            @Nullable String path) {}
}
