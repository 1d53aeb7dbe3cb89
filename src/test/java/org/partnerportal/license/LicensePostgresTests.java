package org.partnerportal.license;

import org.partnerportal.PostgresTest;

/** Licences on PostgreSQL. */
@PostgresTest
class LicensePostgresTests extends Licenses {}
