package org.partnerportal.invitation;

import org.partnerportal.PostgresTest;

/** The races around a renewal on PostgreSQL. */
@PostgresTest
class RenewalRacePostgresTests extends RenewalRaces {}
