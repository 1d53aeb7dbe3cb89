package org.partnerportal.onbehalf;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.partnerportal.assignment.AssignmentRefusal;
import org.partnerportal.assignment.AssignmentService;
import org.partnerportal.entrarole.Permission;
import org.partnerportal.partneraccount.PartnerAccountStanding;
import org.partnerportal.partneraccount.PartnerAccounts;
import org.partnerportal.relationship.RelationshipService;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.Actor.Worker;
import org.partnerportal.tenant.TenantService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens admin centers, and lets people do in them what their roles allow. */
@Service
@Transactional(readOnly = true)
public class AdminCenters {

    private final AssignmentService assignments;
    private final PartnerAccounts partnerAccounts;
    private final RelationshipService relationships;
    private final TenantService tenants;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AdminCenters(
            AssignmentService assignments,
            PartnerAccounts partnerAccounts,
            RelationshipService relationships,
            TenantService tenants,
            ApplicationEventPublisher events,
            Clock clock) {
        this.assignments = assignments;
        this.partnerAccounts = partnerAccounts;
        this.relationships = relationships;
        this.tenants = tenants;
        this.events = events;
        this.clock = clock;
    }

    /** The own organisation's. A partner's person uses an account of it, as far as delegated roles reach now. */
    public AdminCenter own(Actor actor) {
        Set<Permission> permissions = actor.isEmployed()
                ? Permission.of(partnerAccounts.rolesInForce(actor))
                : OnBehalfRules.own(actor.roles());
        return new AdminCenter(actor, actor.tenant(), actor.tenantName(), false, permissions);
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
            throw new AccessOverException(refusal, agent, customer);
        }
        return new AdminCenter(agent, customer, tenants.tenant(customer).name(), true, Permission.of(access.roles()));
    }

    /**
     * Everybody who has the permission in that organisation's admin center now: its own people, those of partners who use
     * an account of it, then those who act on its behalf.
     */
    public List<CenterPerson> people(TenantId tenant, Permission permission) {
        return Stream.of(
                        tenants.holders(tenant, OnBehalfRules.rolesWith(permission)).stream()
                                .map(person -> new CenterPerson(person, null, null, null)),
                        partnerAccounts.people(tenant, permission.roles()).stream()
                                .map(account -> new CenterPerson(account.person(), null, null, account.employer())),
                        assignments.agents(tenant, permission.roles()).stream()
                                .map(agent ->
                                        new CenterPerson(agent.person(), agent.partner(), agent.partnerName(), null)))
                .flatMap(Function.identity())
                .toList();
    }

    /** Whether somebody of the organisation could give its people roles. */
    boolean hasAdministrator(AdminCenter center) {
        return !tenants.globalAdministrators(center.tenant()).isEmpty();
    }

    /** Which of these accounts have the permission in the admin centers of these organisations now; by three statements. */
    public Set<Worker> able(Collection<TenantId> several, Collection<UUID> people, Permission permission) {
        return Stream.of(
                        tenants.holders(several, people, OnBehalfRules.rolesWith(permission)),
                        partnerAccounts.people(several, people, permission.roles()),
                        assignments.agents(several, people, permission.roles()))
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
    }

    /** What the customer took away without which the person lacks all this. */
    Loss loss(AdminCenter center, Set<Permission> lacking) {
        return loss(center.actor(), center.tenant(), lacking);
    }

    /** The same of somebody who can do nothing for the customer any more. */
    Loss loss(Actor agent, TenantId customer, Set<Permission> lacking) {
        return OnBehalfRules.loss(
                relationships.withCustomer(agent, customer), lacking, assignments.rolesOf(agent, customer));
    }

    /** How things stand with the account of a partner's person. */
    PartnerAccountStanding standing(Actor person) {
        return partnerAccounts.standing(person).orElseThrow(NotFoundException::new);
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
            throw new MissingRoleException(refusal, permission);
        });
        if (center.onBehalf()) {
            assignments.use(center.actor(), center.tenant(), permission.roles());
        } else if (center.actor().isEmployed()) {
            partnerAccounts.use(center.actor(), permission.roles());
        }
    }
}
