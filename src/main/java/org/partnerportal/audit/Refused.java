package org.partnerportal.audit;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.TrailEvent;
import org.partnerportal.shared.Who;
import org.partnerportal.tenant.Person;

/**
 * Somebody asked for something and was refused; it belongs to the history of the person's own organisation, and to the
 * other side's too where the person acted for a customer, or is a partner's with an account of one.
 *
 * @param onBehalfOf the customer for which the person acted, or null
 * @param partner the partner whose person that is, or null
 * @param about whose account it was about, where it was about one
 */
record Refused(
        Instant at,
        Who who,
        @Nullable TenantId onBehalfOf,
        @Nullable TenantId partner,
        Optional<Person> about,
        RefusalTrail.Attempt attempt)
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
    public UUID subject() {
        return attempt.subject();
    }

    @Override
    public Map<String, String> details() {
        Map<String, String> details =
                new HashMap<>(Map.of("refusal", attempt.refusal().key(), "route", attempt.route()));
        about.ifPresent(person -> {
            details.put("person", person.name());
            details.put("signIn", person.email());
        });
        return details;
    }
}
