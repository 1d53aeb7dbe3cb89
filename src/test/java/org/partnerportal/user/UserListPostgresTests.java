package org.partnerportal.user;

import org.partnerportal.PostgresTest;

/** On PostgreSQL. */
@PostgresTest
class UserListPostgresTests extends UserLists {}
