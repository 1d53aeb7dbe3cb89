package org.partnerportal.user;

import org.partnerportal.PortalTest;

/** The races about admin roles on the embedded database. */
@PortalTest
class UserRoleRaceTests extends UserRoleRaces {}
