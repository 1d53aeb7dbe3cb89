package org.partnerportal.bulkinvitation;

import org.partnerportal.PortalTest;

@PortalTest
class BulkInvitationRaceTests extends BulkInvitationRaces {}
