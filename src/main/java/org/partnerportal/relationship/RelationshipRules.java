package org.partnerportal.relationship;

import static org.partnerportal.tenant.AdminRole.CUSTOMER_DELEGATED_ADMIN_RELATIONSHIP_ADMINISTRATOR;

import java.time.Instant;
import java.util.Optional;
import org.partnerportal.tenant.Actor;

/** What may be done with a relationship, by whom, and what it gives at a point in time. */
public final class RelationshipRules {

    private RelationshipRules() {}

    /** Asks whether the person may see the organisation's partner relationships and their history. */
    static Optional<RelationshipRefusal> see(Actor actor) {
        return actor.maySeeRelationships() ? Optional.empty() : Optional.of(RelationshipRefusal.NEEDS_READER);
    }

    /** Asks whether the person may see the customers of the own organisation. */
    static Optional<RelationshipRefusal> seeCustomers(Actor actor) {
        return actor.isAgent() ? Optional.empty() : Optional.of(RelationshipRefusal.NEEDS_AGENT);
    }

    /**
     * Asks whether the person may take all roles away. Reasons that no person could change come first, so that nobody is
     * sent to a colleague for nothing.
     */
    static Optional<RelationshipRefusal> removeRoles(RelationshipState relationship, Actor actor, Instant now) {
        return switch (relationship.type().rolePolicy()) {
            case NONE -> Optional.of(RelationshipRefusal.TYPE_HAS_NO_ROLES);
            case NOT_ASSIGNABLE -> Optional.of(RelationshipRefusal.ROLES_NOT_ASSIGNABLE);
            case FIXED, ANY -> removeHeldRoles(relationship, actor, now);
        };
    }

    private static Optional<RelationshipRefusal> removeHeldRoles(
            RelationshipState relationship, Actor actor, Instant now) {
        RelationshipStatus status = statusAt(relationship, now);
        if (status == RelationshipStatus.ENDED) {
            return Optional.of(RelationshipRefusal.RELATIONSHIP_ENDED);
        }
        if (status == RelationshipStatus.EXPIRED) {
            return Optional.of(RelationshipRefusal.ACCESS_ENDED);
        }
        if (relationship.heldRoles() == 0) {
            return Optional.of(RelationshipRefusal.ROLES_ALREADY_REMOVED);
        }
        return mayManage(relationship.type(), actor)
                ? Optional.empty()
                : Optional.of(RelationshipRefusal.NEEDS_BILLING_ADMINISTRATOR);
    }

    /** Whether this person, who may remove the roles, finds them removed already. */
    static boolean areRolesGone(RelationshipState relationship, Actor actor, Instant now) {
        return mayManage(relationship.type(), actor)
                && removeRoles(relationship, actor, now).equals(Optional.of(RelationshipRefusal.ROLES_ALREADY_REMOVED));
    }

    /** Whether the person may begin or change a relationship of that type. */
    public static boolean mayManage(PartnerType type, Actor actor) {
        return actor.isAtLeastBillingAdministrator()
                || (type == PartnerType.GDAP && actor.holds(CUSTOMER_DELEGATED_ADMIN_RELATIONSHIP_ADMINISTRATOR));
    }

    /** Where the relationship stands at that time: whatever jobs have run, an end that is reached is an end. */
    static RelationshipStatus statusAt(RelationshipState relationship, Instant now) {
        boolean over = relationship.endsAt() != null && !now.isBefore(relationship.endsAt());
        return relationship.stored() == RelationshipStatus.ACTIVE && over
                ? RelationshipStatus.EXPIRED
                : relationship.stored();
    }

    /** Whether the roles work at that time. */
    static boolean givesAccess(RelationshipState relationship, Instant now) {
        return statusAt(relationship, now) == RelationshipStatus.ACTIVE && relationship.heldRoles() > 0;
    }
}
