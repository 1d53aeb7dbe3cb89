package org.partnerportal.relationship;

import org.partnerportal.PostgresTest;

/** The lists on PostgreSQL. */
@PostgresTest
class RelationshipListPostgresTests extends RelationshipLists {}
