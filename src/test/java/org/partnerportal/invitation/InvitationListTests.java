package org.partnerportal.invitation;

import org.partnerportal.PortalTest;

/** The partner's list of invitations on the embedded database. */
@PortalTest
class InvitationListTests extends InvitationLists {}
