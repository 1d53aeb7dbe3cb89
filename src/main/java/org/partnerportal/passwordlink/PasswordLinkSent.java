package org.partnerportal.passwordlink;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.TrailEvent;
import org.partnerportal.shared.Who;
import org.partnerportal.tenant.Actor;

/**
 * Somebody gets a link by which to choose a password.
 *
 * @param at when
 * @param who the operator, the customer's administrator, or the portal where somebody not signed in asked
 * @param link the link's id
 * @param person whose password it is
 * @param reason why
 * @param token the link, for the mail alone
 * @param expiresAt until when it is good
 */
public record PasswordLinkSent(
        Instant at, Who who, UUID link, Actor person, PasswordLinkReason reason, PasswordToken token, Instant expiresAt)
        implements TrailEvent {

    @Override
    public String kind() {
        return reason == PasswordLinkReason.FORGOTTEN ? "PasswordLinkAskedFor" : "PasswordLinkSent";
    }

    @Override
    public @Nullable TenantId customer() {
        return person.partner() ? null : person.tenant();
    }

    @Override
    public @Nullable TenantId partner() {
        return person.partner() ? person.tenant() : null;
    }

    @Override
    public UUID subject() {
        return person.account();
    }

    @Override
    public Map<String, String> details() {
        return Map.of("person", person.name(), "signIn", person.email());
    }
}
