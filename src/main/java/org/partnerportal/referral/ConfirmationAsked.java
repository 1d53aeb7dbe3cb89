package org.partnerportal.referral;

import java.time.Instant;
import java.util.UUID;
import org.partnerportal.shared.TenantId;

/**
 * Somebody who is not signed in sent a request, whose address is to be proven. It belongs in no trail yet: nothing is known of
 * who it was.
 *
 * @param id the request
 * @param partner whom it asks
 * @param email the address that was typed
 * @param language the language that was chosen
 * @param path the link, below the portal's own address
 * @param goodUntil when the link runs out
 */
public record ConfirmationAsked(
        UUID id, TenantId partner, String email, String language, String path, Instant goodUntil) {

    @Override
    public String toString() {
        return "ConfirmationAsked[" + id + "]"; // never the link
    }
}
