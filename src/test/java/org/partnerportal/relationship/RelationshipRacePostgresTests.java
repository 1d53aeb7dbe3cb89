package org.partnerportal.relationship;

import org.partnerportal.PostgresTest;

/** The histories on a real PostgreSQL server. */
@PostgresTest
class RelationshipRacePostgresTests extends RelationshipRaces {}
