package org.partnerportal.invitation;

import org.jspecify.annotations.Nullable;

/**
 * An invitation as the person who may answer it sees it.
 *
 * @param invitation the invitation
 * @param agreementAccepted whether the organisation has accepted the agreement in force
 * @param acceptRefusal why this person can't accept it now, or null
 * @param answerRefusal why this person can't answer it at all now, or null
 * @param mayAskColleagues whether this person may hand it to colleagues who can
 * @param acceptedByMe whether it was this person who accepted it
 */
record ReceivedInvitation(
        InvitationView invitation,
        boolean agreementAccepted,
        @Nullable InvitationRefusal acceptRefusal,
        @Nullable InvitationRefusal answerRefusal,
        boolean mayAskColleagues,
        boolean acceptedByMe) {}
