package org.partnerportal.mpsa;

import org.partnerportal.PostgresTest;

/** On PostgreSQL. */
@PostgresTest
class MpsaPostgresTests extends MpsaHistories {}
