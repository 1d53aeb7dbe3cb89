package org.partnerportal.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.limit.Limit;
import org.partnerportal.limit.Limits;
import org.partnerportal.relationship.RelationshipService;
import org.partnerportal.shared.LimitedException;
import org.partnerportal.shared.Refusal;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.Who;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.Person;
import org.partnerportal.tenant.TenantService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes what was refused, in a transaction of its own: that of the action is rolled back. */
@Service
class RefusalTrail {

    private final RelationshipService relationships;
    private final TenantService tenants;
    private final Limits limits;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RefusalTrail(
            RelationshipService relationships,
            TenantService tenants,
            Limits limits,
            ApplicationEventPublisher events,
            Clock clock) {
        this.relationships = relationships;
        this.tenants = tenants;
        this.limits = limits;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What was refused.
     *
     * @param onBehalfOf the customer for which the person acted, or null
     * @param subject what it was about
     * @param account the account that the address named, or null
     * @param route the method and the address, with names in place of ids
     */
    record Attempt(
            @Nullable TenantId onBehalfOf,
            UUID subject,
            @Nullable UUID account,
            Refusal refusal,
            String route) {}

    /**
     * Writes it down. Of a partner's person who acts for a customer, or has an account of one, it stands in both histories,
     * and so no more than once in a while. Whoever never was a customer has nothing to read.
     *
     * @throws LimitedException where it stands there
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void refused(@Nullable Actor actor, Attempt attempt) {
        Instant now = clock.instant();
        if (actor == null) {
            events.publishEvent(new Refused(now, new Who(null, null, ""), null, null, Optional.empty(), attempt));
            return;
        }
        TenantId asked = attempt.onBehalfOf();
        if (asked != null || actor.isEmployed()) {
            String what =
                    actor.account() + " " + asked + " " + attempt.refusal().key() + " " + attempt.route();
            limits.use(Limit.REFUSALS_ON_BEHALF, what, now);
        }
        TenantId customer = asked != null && relationships.isCustomer(actor.tenant(), asked) ? asked : null;
        Optional<Person> about = Optional.ofNullable(attempt.account())
                .flatMap(account -> tenants.person(customer == null ? actor.tenant() : customer, account));
        TenantId partner = customer == null ? actor.employer() : actor.tenant();
        events.publishEvent(new Refused(now, actor.who(), customer, partner, about, attempt));
    }
}
