package org.partnerportal.user;

import org.partnerportal.PostgresTest;

/** The races about admin roles on PostgreSQL. */
@PostgresTest
class UserRoleRacePostgresTests extends UserRoleRaces {}
