package org.partnerportal.assignment;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;

/** Some of a partner's people, who get roles together. */
@Entity
class SecurityGroup {

    static final int LONGEST_NAME = 60;
    static final int MOST_GROUPS = 100;
    static final int MOST_PEOPLE = 500;

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "partner_id"))
    private TenantId partner;

    @Enumerated(EnumType.STRING)
    private GroupKind kind;

    private String name;
    private @Nullable String nameKey;
    private Instant createdAt;
    private @Nullable Instant deletedAt;

    @ElementCollection
    @CollectionTable(name = "security_group_member", joinColumns = @JoinColumn(name = "group_id"))
    @Column(name = "account_id")
    private Set<UUID> members = new HashSet<>();

    @SuppressWarnings("NullAway.Init")
    protected SecurityGroup() {}

    /**
     * Makes a group of the person's own organisation.
     *
     * @param taken whether the organisation has a group of that name
     * @param groups how many own groups it has
     */
    SecurityGroup(UUID id, String name, boolean taken, long groups, Actor actor, Instant now) {
        AssignmentRules.create(name, taken, groups, actor).ifPresent(SecurityGroup::refuse);
        this.id = id;
        this.partner = actor.tenant();
        this.kind = GroupKind.OWN;
        this.name = name;
        this.nameKey = key(name);
        this.createdAt = now;
    }

    /** What makes two names the same. */
    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    void rename(String newName, boolean taken, Actor actor) {
        AssignmentRules.rename(kind, newName, taken, actor).ifPresent(SecurityGroup::refuse);
        name = newName;
        nameKey = key(newName);
    }

    /** Puts people into the group; returns those who were not in it. */
    Set<UUID> add(Set<UUID> people, Set<UUID> agents, Actor actor) {
        AssignmentRules.addPeople(kind, members, people, agents, actor).ifPresent(SecurityGroup::refuse);
        Set<UUID> added = new HashSet<>(people);
        added.removeAll(members);
        members.addAll(added);
        return added;
    }

    /** Takes somebody out of the group; false where the person was not in it. */
    boolean remove(UUID person, Actor actor) {
        AssignmentRules.edit(kind, actor).ifPresent(SecurityGroup::refuse);
        return members.remove(person);
    }

    /** Deletes the group; its row stays for the history of what was assigned to it. */
    void delete(boolean used, Actor actor, Instant now) {
        AssignmentRules.delete(kind, used, actor).ifPresent(SecurityGroup::refuse);
        members.clear();
        nameKey = null;
        deletedAt = now;
    }

    private static void refuse(AssignmentRefusal refusal) {
        throw new RefusedException(refusal);
    }

    boolean isDeleted() {
        return deletedAt != null;
    }

    UUID id() {
        return id;
    }

    TenantId partner() {
        return partner;
    }

    GroupKind kind() {
        return kind;
    }

    String name() {
        return name;
    }

    Set<UUID> members() {
        return Set.copyOf(members);
    }
}
