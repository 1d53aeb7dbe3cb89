package org.partnerportal.bulkinvitation;

import org.partnerportal.PostgresTest;

@PostgresTest
class BulkInvitationPostgresTests extends BulkInvitations {}
