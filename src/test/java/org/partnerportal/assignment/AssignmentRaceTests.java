package org.partnerportal.assignment;

import org.partnerportal.PortalTest;

/** The races on the embedded database. */
@PortalTest
class AssignmentRaceTests extends AssignmentRaces {}
