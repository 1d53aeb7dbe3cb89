package org.partnerportal.device;

import org.partnerportal.PortalTest;

/** On the embedded database. */
@PortalTest
class DeviceRaceTests extends DeviceRaces {}
