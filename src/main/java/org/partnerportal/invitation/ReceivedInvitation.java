package org.partnerportal.invitation;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invitation as the person who may answer it sees it.
 *
 * @param invitation the invitation
 * @param agreementAccepted whether the organisation has accepted the agreement in force
 * @param acceptRefusal why this person can't accept it now, or null
 * @param answerRefusal why this person can't answer it at all now, or null
 * @param declineRefusal why this person can't decline it now, or null
 * @param mayAskColleagues whether this person may hand it to colleagues who can
 * @param mayAskApprover whether this person may hand it to a Global Administrator
 * @param approvers the Global Administrators to whom it was handed, the first one in front
 * @param acceptedByMe whether it was this person who accepted it
 */
record ReceivedInvitation(
        InvitationView invitation,
        boolean agreementAccepted,
        @Nullable InvitationRefusal acceptRefusal,
        @Nullable InvitationRefusal answerRefusal,
        @Nullable InvitationRefusal declineRefusal,
        boolean mayAskColleagues,
        boolean mayAskApprover,
        List<Invitation.AskedApprover> approvers,
        boolean acceptedByMe) {

    /** Whether it was handed to that person. */
    public boolean isAsked(UUID account) {
        return approvers.stream().anyMatch(asked -> asked.approverId().equals(account));
    }
}
