package org.partnerportal.device;

import org.partnerportal.PostgresTest;

/** On PostgreSQL. */
@PostgresTest
class DeviceRacePostgresTests extends DeviceRaces {}
