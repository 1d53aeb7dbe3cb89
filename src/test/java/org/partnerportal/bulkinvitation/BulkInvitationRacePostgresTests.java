package org.partnerportal.bulkinvitation;

import org.partnerportal.PostgresTest;

@PostgresTest
class BulkInvitationRacePostgresTests extends BulkInvitationRaces {}
