package org.partnerportal.limit;

import org.partnerportal.PostgresTest;

/** Limits on PostgreSQL. */
@PostgresTest
class LimitPostgresTests extends CountedUses {}
