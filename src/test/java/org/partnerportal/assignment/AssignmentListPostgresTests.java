package org.partnerportal.assignment;

import org.partnerportal.PostgresTest;

/** The lists on PostgreSQL. */
@PostgresTest
class AssignmentListPostgresTests extends AssignmentLists {}
