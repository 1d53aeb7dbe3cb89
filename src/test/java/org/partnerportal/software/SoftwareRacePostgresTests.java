package org.partnerportal.software;

import org.partnerportal.PostgresTest;

/** In PostgreSQL. */
@PostgresTest
class SoftwareRacePostgresTests extends SoftwareRaces {}
