package org.partnerportal.application;

import org.partnerportal.PortalTest;

/** In the embedded database. */
@PortalTest
class ApplicationRaceTests extends ApplicationRaces {}
