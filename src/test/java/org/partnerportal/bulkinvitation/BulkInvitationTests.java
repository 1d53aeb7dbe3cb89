package org.partnerportal.bulkinvitation;

import org.partnerportal.PortalTest;

@PortalTest
class BulkInvitationTests extends BulkInvitations {}
