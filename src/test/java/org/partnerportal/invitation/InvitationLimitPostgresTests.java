package org.partnerportal.invitation;

import org.partnerportal.PostgresTest;

/** The limits of invitations on PostgreSQL. */
@PostgresTest
class InvitationLimitPostgresTests extends InvitationLimits {}
