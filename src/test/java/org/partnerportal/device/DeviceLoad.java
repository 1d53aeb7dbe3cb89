package org.partnerportal.device;

import org.partnerportal.PostgresTest;

/** In PostgreSQL. */
@PostgresTest
class DeviceLoad extends DeviceLoads {}
