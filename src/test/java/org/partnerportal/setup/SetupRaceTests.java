package org.partnerportal.setup;

import org.partnerportal.PortalTest;

/** The setup's race on the embedded database. */
@PortalTest
class SetupRaceTests extends SetupRaces {}
