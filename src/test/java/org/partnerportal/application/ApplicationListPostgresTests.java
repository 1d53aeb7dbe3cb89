package org.partnerportal.application;

import org.partnerportal.PostgresTest;

/** On PostgreSQL. */
@PostgresTest
class ApplicationListPostgresTests extends ApplicationLists {}
