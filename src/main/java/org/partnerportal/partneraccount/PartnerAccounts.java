package org.partnerportal.partneraccount;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.partnerportal.assignment.AssignmentService;
import org.partnerportal.assignment.RelationshipRole;
import org.partnerportal.relationship.RelationshipService;
import org.partnerportal.relationship.RelationshipView;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.Actor.Worker;
import org.partnerportal.tenant.Contact;
import org.partnerportal.tenant.TenantService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an account of a partner's person may do now, asked afresh at every request: no job has to run for a role to go. */
@Component
public class PartnerAccounts {

    private final PartnerAccountRepository accounts;
    private final AssignmentService assignments;
    private final RelationshipService relationships;
    private final TenantService tenants;
    private final Clock clock;

    PartnerAccounts(
            PartnerAccountRepository accounts,
            AssignmentService assignments,
            RelationshipService relationships,
            TenantService tenants,
            Clock clock) {
        this.accounts = accounts;
        this.assignments = assignments;
        this.relationships = relationships;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** The template ids of the roles with which the person works in the organisation now; none for its own people. */
    @Transactional(readOnly = true)
    public Set<String> rolesInForce(Actor person) {
        return usable(person).stream().map(RelationshipRole::role).collect(Collectors.toSet());
    }

    private Set<RelationshipRole> usable(Actor person) {
        return accounts.ofAccount(person.tenant(), person.account()).stream()
                .flatMap(account -> PartnerAccountRules.inForce(
                                account.roles(),
                                relationships
                                        .rolesInForce(account.customer(), account.partner())
                                        .getOrDefault(account.relationship(), Set.of()))
                        .stream()
                        .map(role -> new RelationshipRole(account.relationship(), role)))
                .collect(Collectors.toSet());
    }

    /**
     * Keeps that the person used one of these roles now, the least powerful that will do. To be called in a transaction
     * that may write, or in none.
     */
    @Transactional
    public void use(Actor person, Set<String> anyOfRoles) {
        assignments.use(person.account(), person.tenant(), usable(person), anyOfRoles);
    }

    /** How things stand with the account, for its person to read; empty for the organisation's own people. */
    @Transactional(readOnly = true)
    public Optional<PartnerAccountStanding> standing(Actor person) {
        if (!person.isEmployed()) {
            return Optional.empty();
        }
        return accounts.anyOfAccount(person.tenant(), person.account()).map(account -> {
            RelationshipView relationship = relationships.ofCustomer(account.customer(), account.relationship());
            return PartnerAccountRules.standing(
                    account.roles(), account.taken(), relationship, tenants.tenant(account.partner()));
        });
    }

    /** The address of the page on which the organisation looks after that account; empty for its own people's. */
    @Transactional(readOnly = true)
    public Optional<String> page(TenantId tenant, UUID account) {
        return accounts.anyOfAccount(tenant, account).map(found -> address(found.partner(), found.relationship()));
    }

    static String address(TenantId partner, UUID relationship) {
        return "/settings/partner-relationships/" + partner + "/" + relationship + "/accounts";
    }

    /** Somebody of a partner with an account of a customer's. */
    public record Employed(Contact person, TenantId employer) {}

    /** The partners' people who have an account in the organisation and work by any of these roles now, by name. */
    @Transactional(readOnly = true)
    public List<Employed> people(TenantId tenant, Set<String> anyOfRoles) {
        return accounts.people(tenant, anyOfRoles, clock.instant());
    }

    /** Which of these accounts work by any of these roles in one of these organisations now. */
    @Transactional(readOnly = true)
    public List<Worker> people(Collection<TenantId> tenants, Collection<UUID> people, Set<String> anyOfRoles) {
        return accounts.people(tenants, people, anyOfRoles, clock.instant());
    }
}
