package org.partnerportal.home;

import org.partnerportal.PostgresTest;

/** On PostgreSQL. */
@PostgresTest
class StartPagePostgresTests extends StartPages {}
