package org.partnerportal.invitation;

import org.partnerportal.LimitedTest;
import org.partnerportal.PostgresTest;

/** The limits of invitations on PostgreSQL. */
@PostgresTest
@LimitedTest
class InvitationLimitPostgresTests extends InvitationLimits {}
