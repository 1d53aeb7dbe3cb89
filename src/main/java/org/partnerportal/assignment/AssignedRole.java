package org.partnerportal.assignment;

import java.util.UUID;

/** One role of a relationship, and a group that has it. */
record AssignedRole(UUID relationship, String role, UUID group, GroupKind kind, String groupName) {}
