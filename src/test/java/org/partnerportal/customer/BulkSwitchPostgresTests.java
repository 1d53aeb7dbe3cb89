package org.partnerportal.customer;

import org.partnerportal.PostgresTest;

/** Auto-extend for many on PostgreSQL. */
@PostgresTest
class BulkSwitchPostgresTests extends BulkSwitches {}
