package org.partnerportal.software;

import org.partnerportal.PortalTest;

/** In the embedded database. */
@PortalTest
class SoftwareRaceTests extends SoftwareRaces {}
