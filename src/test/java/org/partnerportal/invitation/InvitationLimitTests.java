package org.partnerportal.invitation;

import org.partnerportal.PortalTest;

/** The limits of invitations on the embedded database. */
@PortalTest
class InvitationLimitTests extends InvitationLimits {}
