package org.partnerportal.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Refusal;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.TrailEvent;
import org.partnerportal.shared.Who;

/**
 * Somebody asked for something and was refused; it belongs to the history of the person's own organisation, and to the
 * customer's too where the person acted for one.
 *
 * @param onBehalfOf the customer for which the person acted, or null
 * @param subject what it was about, as far as the address said it
 * @param route the method and the address, with names in place of ids
 */
record Refused(Instant at, Who who, @Nullable TenantId onBehalfOf, UUID subject, Refusal refusal, String route)
        implements TrailEvent {

    /** How the addresses begin at which a partner's people act for a customer. */
    static final String ON_BEHALF = "/on-behalf/{customer}";

    /** What rows of earlier versions hold besides: the route once more. */
    static final String TRIED = "tried";

    @Override
    public @Nullable TenantId customer() {
        return onBehalfOf == null ? who.tenant() : onBehalfOf; // every organisation is a customer
    }

    @Override
    public @Nullable TenantId partner() {
        return onBehalfOf == null ? null : who.tenant();
    }

    @Override
    public Map<String, String> details() {
        return Map.of("refusal", refusal.key(), "route", route);
    }
}
