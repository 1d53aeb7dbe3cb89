package org.partnerportal.subscription;

import org.partnerportal.PostgresTest;

/** On PostgreSQL. */
@PostgresTest
class SoftwareSalesPostgresTests extends SoftwareSalesHistories {}
