package org.partnerportal.onbehalf;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.partnerportal.assignment.AssignmentRefusal;
import org.partnerportal.assignment.AssignmentService;
import org.partnerportal.entrarole.Permission;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens admin centers, and lets people do in them what their roles allow. */
@Service
@Transactional(readOnly = true)
public class AdminCenters {

    private final AssignmentService assignments;
    private final TenantService tenants;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AdminCenters(AssignmentService assignments, TenantService tenants, ApplicationEventPublisher events, Clock clock) {
        this.assignments = assignments;
        this.tenants = tenants;
        this.events = events;
        this.clock = clock;
    }

    /** The own organisation's. */
    public AdminCenter own(Actor actor) {
        return new AdminCenter(actor, actor.tenant(), actor.tenantName(), false, OnBehalfRules.own(actor.roles()));
    }

    /** Why the partner's person can do nothing on behalf of that customer now; empty when it can do something. */
    public Optional<AssignmentRefusal> mayEnter(Actor agent, TenantId customer) {
        return Optional.ofNullable(assignments.access(agent, customer).refusal());
    }

    /**
     * A customer's, as far as delegated roles open it now.
     *
     * @throws AccessOverException where they don't, or no longer
     */
    public AdminCenter of(Actor agent, TenantId customer) {
        if (!agent.isAgent()) {
            throw new NotFoundException(); // nobody else has customers
        }
        AssignmentService.Access access = assignments.access(agent, customer);
        AssignmentRefusal refusal = access.refusal();
        if (refusal != null) {
            throw new AccessOverException(refusal, customer);
        }
        return new AdminCenter(agent, customer, tenants.tenant(customer).name(), true, Permission.of(access.roles()));
    }

    /** Everybody who has the permission in that organisation's admin center now: its own people, then its partners'. */
    public List<CenterPerson> people(TenantId tenant, Permission permission) {
        return Stream.concat(
                        tenants.holders(tenant, OnBehalfRules.rolesWith(permission)).stream()
                                .map(person -> new CenterPerson(person, null, null)),
                        assignments.agents(tenant, permission.roles()).stream()
                                .map(agent -> new CenterPerson(agent.person(), agent.partner(), agent.partnerName())))
                .toList();
    }

    /** The person begins to act for the customer; both sides read it in their history. */
    @Transactional
    public void enter(AdminCenter center) {
        events.publishEvent(new SignInOnBehalf(clock.instant(), center));
    }

    /**
     * Does something that needs the permission: refuses it to whoever lacks it, and keeps which delegated role was used
     * when. To be called in a transaction that may write, or in none.
     */
    @Transactional
    public void use(AdminCenter center, Permission permission) {
        OnBehalfRules.may(center, permission).ifPresent(refusal -> {
            throw new RefusedException(refusal);
        });
        if (center.onBehalf()) {
            assignments.use(center.actor(), center.tenant(), permission.roles());
        }
    }
}
