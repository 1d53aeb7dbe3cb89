package org.partnerportal.assignment;

import java.util.UUID;

/**
 * One role of one relationship.
 *
 * @param relationship the relationship
 * @param role the role's template id
 */
public record RelationshipRole(UUID relationship, String role) {}
