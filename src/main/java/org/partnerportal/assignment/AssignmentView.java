package org.partnerportal.assignment;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One assignment on the page of its relationship.
 *
 * @param version counts the changes
 * @param groupName the group's name; empty for the built-in group
 * @param roles the template ids of the roles assigned
 * @param inEffect those of them that give something now
 * @param without those of them that give nothing any more
 * @param people how many people can use them
 * @param createdBy who assigned them; empty for the portal
 * @param removedAt when they were taken away, or null
 */
record AssignmentView(
        UUID id,
        long version,
        UUID group,
        GroupKind kind,
        String groupName,
        Set<String> roles,
        Set<String> inEffect,
        Set<String> without,
        int people,
        Instant createdAt,
        String createdBy,
        @Nullable Instant removedAt,
        @Nullable String removedBy) {}
