package org.partnerportal.invitation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.shared.TenantId;

/**
 * What events tell of an invitation.
 *
 * @param id the invitation
 * @param reference the number to quote
 * @param partner the partner
 * @param customer the customer, once known
 * @param type the partner type
 * @param sender the account of the person who sent it
 * @param email the invited address
 * @param language the language of the mail to that address
 * @param name the relationship's name
 * @param expiresAt when the link lapses
 * @param renews the reference of the relationship that it renews, or null
 */
public record InvitationFacts(
        UUID id,
        String reference,
        TenantId partner,
        @Nullable TenantId customer,
        PartnerType type,
        UUID sender,
        String email,
        String language,
        String name,
        Instant expiresAt,
        @Nullable String renews) {}
