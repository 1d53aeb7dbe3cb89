package org.partnerportal.relationship;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who of a partner can use which role now. The customer's page of the partner asks, assignments answer. */
public interface RoleHolders {

    /** A line for each role of those of the relationships that give roles now, by relationship; all of one partner with one customer. */
    Map<UUID, List<Line>> of(List<RelationshipView> relationships);

    /**
     * One role of a relationship.
     *
     * @param role its template id
     * @param lastUsed when anybody last used it, also somebody who no longer can; null for never
     * @param groups the partner's groups that have it, and the accounts that the customer made
     */
    record Line(String role, @Nullable Instant lastUsed, List<Group> groups) {

        /** Whether anybody can use it now. */
        public boolean isUsable() {
            return groups.stream().anyMatch(group -> !group.people().isEmpty());
        }
    }

    /**
     * A group of the partner's people, or those of them who have an account of the customer's.
     *
     * @param name its name; empty for all admin agents, and for accounts
     * @param accounts whether these are accounts
     * @param people those in it, who used the role last first; not all of a large group
     * @param more how many more there are
     */
    record Group(String name, boolean accounts, List<Person> people, int more) {}

    /**
     * Somebody of the partner.
     *
     * @param name the person's name
     * @param lastUsed when the person last used the role; null for never
     */
    record Person(String name, @Nullable Instant lastUsed) {}
}
