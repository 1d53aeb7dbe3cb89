package org.partnerportal.device;

import org.partnerportal.PortalTest;

/** In the embedded database. */
@PortalTest
class DeviceEmbeddedLoad extends DeviceLoads {}
