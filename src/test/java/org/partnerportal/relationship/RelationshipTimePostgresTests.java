package org.partnerportal.relationship;

import org.partnerportal.PostgresTest;

/** The job on a real PostgreSQL server. */
@PostgresTest
class RelationshipTimePostgresTests extends RelationshipTime {}
