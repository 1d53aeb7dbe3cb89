package org.partnerportal.partneraccount;

import org.partnerportal.PostgresTest;

/** On PostgreSQL. */
@PostgresTest
class PartnerAccountPostgresTests extends PartnerAccountPages {}
