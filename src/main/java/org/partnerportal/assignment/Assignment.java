package org.partnerportal.assignment;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;
import org.partnerportal.relationship.RelationshipEvent;
import org.partnerportal.relationship.RelationshipView;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.Who;
import org.partnerportal.tenant.Actor;

/** Some of a relationship's roles, given to one group of the partner. */
@Entity
class Assignment {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "partner_id"))
    private TenantId partner;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "customer_id"))
    private TenantId customer;

    private UUID relationshipId;
    private UUID groupId;
    private @Nullable UUID activeGroupId;
    private Instant createdAt;
    private @Nullable UUID createdById;
    private String createdBy;
    private Instant changedAt;
    private @Nullable Instant removedAt;
    private @Nullable String removedBy;

    @BatchSize(size = 200)
    @ElementCollection
    @CollectionTable(name = "assignment_role", joinColumns = @JoinColumn(name = "assignment_id"))
    @Column(name = "role_template_id")
    private Set<String> roles = new HashSet<>();

    @SuppressWarnings("NullAway.Init")
    protected Assignment() {}

    private Assignment(
            TenantId partner,
            TenantId customer,
            UUID relationship,
            UUID group,
            Set<String> roles,
            Who who,
            Instant now) {
        this.id = Ids.next();
        this.partner = partner;
        this.customer = customer;
        this.relationshipId = relationship;
        this.groupId = group;
        this.activeGroupId = group;
        this.createdAt = now;
        this.createdById = who.account();
        this.createdBy = who.name();
        this.changedAt = now;
        this.roles.addAll(roles);
    }

    /** What a relationship begins with: all its roles for all admin agents. */
    static Assignment byDefault(RelationshipEvent.Started event, UUID allAdminAgents) {
        return new Assignment(
                event.partner(),
                event.customer(),
                event.relationship().id(),
                allAdminAgents,
                event.roles(),
                Who.PORTAL,
                event.at());
    }

    /**
     * Gives a group some of the roles that the relationship holds now.
     *
     * @param assigned whether the group has an assignment of that relationship
     */
    static Assignment of(
            RelationshipView relationship, UUID group, Set<String> roles, boolean assigned, Actor actor, Instant now) {
        AssignmentRules.assign(relationship, roles, assigned, actor).ifPresent(Assignment::refuse);
        return new Assignment(
                relationship.partner(), relationship.customer(), relationship.id(), group, roles, actor.who(), now);
    }

    /** Gives the group other roles of the relationship; returns those that it had. */
    Set<String> change(RelationshipView relationship, Set<String> newRoles, long seen, Actor actor, Instant now) {
        AssignmentRules.change(relationship, isActive(), seen != version(), newRoles, actor)
                .ifPresent(Assignment::refuse);
        Set<String> before = roles();
        roles.clear();
        roles.addAll(newRoles);
        changedAt = now;
        return before;
    }

    /** Takes the roles from the group. */
    void remove(Actor actor, Instant now) {
        AssignmentRules.manage(actor).ifPresent(Assignment::refuse);
        activeGroupId = null;
        changedAt = now;
        removedAt = now;
        removedBy = actor.name();
    }

    private static void refuse(AssignmentRefusal refusal) {
        throw new RefusedException(refusal);
    }

    /** Whether it was this person who assigned exactly these roles: asking again changes nothing. */
    boolean wasMadeBy(Actor actor, Set<String> sameRoles) {
        return actor.account().equals(createdById) && roles.equals(sameRoles);
    }

    boolean isActive() {
        return activeGroupId != null;
    }

    UUID id() {
        return id;
    }

    /** Counts the changes, for pages that must not overwrite what they did not show. */
    long version() {
        return Objects.requireNonNullElse(version, 0L);
    }

    UUID groupId() {
        return groupId;
    }

    Set<String> roles() {
        return new TreeSet<>(roles);
    }

    AssignmentEvent.Facts facts(RelationshipView relationship, SecurityGroup group) {
        return new AssignmentEvent.Facts(id, partner, customer, relationship.reference(), group.kind(), group.name());
    }

    AssignmentView view(RelationshipView relationship, SecurityGroup group, int people) {
        Set<String> inEffect = AssignmentRules.effective(roles, relationship);
        Set<String> without = roles();
        without.removeAll(inEffect);
        return new AssignmentView(
                id,
                version(),
                groupId,
                group.kind(),
                group.name(),
                roles(),
                inEffect,
                without,
                people,
                createdAt,
                createdBy,
                removedAt,
                removedBy);
    }
}
