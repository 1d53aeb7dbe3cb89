package org.partnerportal.referral;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;

/**
 * What events tell of a request.
 *
 * @param id the request
 * @param reference the number to quote
 * @param partner whom it asks
 * @param customer the organisation that asks, once known
 * @param name who is to be contacted
 * @param email that person's address
 * @param organisation what the sender calls the organisation
 * @param language the language of the mails to that address
 * @param sender the account of whoever sent it, or null
 * @param assignee the account of whoever looks after it, or null
 */
public record ReferralFacts(
        UUID id,
        String reference,
        TenantId partner,
        @Nullable TenantId customer,
        String name,
        String email,
        String organisation,
        String language,
        @Nullable UUID sender,
        @Nullable UUID assignee) {}
