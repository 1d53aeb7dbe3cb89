package org.partnerportal.referral;

import org.partnerportal.PostgresTest;

/** Requests on PostgreSQL. */
@PostgresTest
class ReferralPostgresTests extends Referrals {}
