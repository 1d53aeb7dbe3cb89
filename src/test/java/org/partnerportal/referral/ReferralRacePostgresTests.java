package org.partnerportal.referral;

import org.partnerportal.PostgresTest;

/** The races about requests on PostgreSQL. */
@PostgresTest
class ReferralRacePostgresTests extends ReferralRaces {}
