package org.partnerportal.device;

import org.partnerportal.PostgresTest;

/** On PostgreSQL. */
@PostgresTest
class DeviceListPostgresTests extends DeviceLists {}
