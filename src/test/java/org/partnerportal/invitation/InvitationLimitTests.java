package org.partnerportal.invitation;

import org.partnerportal.LimitedTest;
import org.partnerportal.PortalTest;

/** The limits of invitations on the embedded database. */
@PortalTest
@LimitedTest
class InvitationLimitTests extends InvitationLimits {}
