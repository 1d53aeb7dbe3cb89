package org.partnerportal.assignment;

import org.partnerportal.PostgresTest;

/** The races on PostgreSQL. */
@PostgresTest
class AssignmentRacePostgresTests extends AssignmentRaces {}
