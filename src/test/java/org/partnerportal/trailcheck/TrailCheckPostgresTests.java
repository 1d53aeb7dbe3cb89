package org.partnerportal.trailcheck;

import org.partnerportal.PostgresTest;

/** Checks on PostgreSQL. */
@PostgresTest
class TrailCheckPostgresTests extends TrailChecks {}
