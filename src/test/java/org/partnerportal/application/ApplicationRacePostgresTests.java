package org.partnerportal.application;

import org.partnerportal.PostgresTest;

/** In PostgreSQL. */
@PostgresTest
class ApplicationRacePostgresTests extends ApplicationRaces {}
