package org.partnerportal.setup;

import org.partnerportal.PostgresTest;

/** The setup's race on PostgreSQL. */
@PostgresTest
class SetupRacePostgresTests extends SetupRaces {}
