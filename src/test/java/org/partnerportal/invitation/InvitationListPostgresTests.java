package org.partnerportal.invitation;

import org.partnerportal.PostgresTest;

/** The partner's list of invitations on PostgreSQL. */
@PostgresTest
class InvitationListPostgresTests extends InvitationLists {}
