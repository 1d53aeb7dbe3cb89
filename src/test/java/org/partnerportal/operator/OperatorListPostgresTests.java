package org.partnerportal.operator;

import org.partnerportal.PostgresTest;

/** The operator's lists on PostgreSQL. */
@PostgresTest
class OperatorListPostgresTests extends OperatorLists {}
