package org.partnerportal.invitation;

import java.util.UUID;

/**
 * What an answer depends on outside the invitation itself.
 *
 * @param senderInUse whether the partner and the person who sent it are in use
 * @param needsGlobalAdministrator whether the offer holds a privileged role and the portal wants a Global Administrator
 * @param agreementAccepted whether the organisation has accepted the agreement in force
 * @param agreement the agreement version in force
 */
record Circumstances(
        boolean senderInUse, boolean needsGlobalAdministrator, boolean agreementAccepted, UUID agreement) {}
