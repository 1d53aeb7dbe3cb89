package org.partnerportal.assignment;

import java.util.UUID;

/** Somebody whom the partner put into a group. */
record GroupMember(UUID group, UUID account) {}
