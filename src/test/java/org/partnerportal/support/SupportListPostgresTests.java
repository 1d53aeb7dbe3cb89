package org.partnerportal.support;

import org.partnerportal.PostgresTest;

/** On PostgreSQL. */
@PostgresTest
class SupportListPostgresTests extends SupportLists {}
