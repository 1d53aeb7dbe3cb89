package org.partnerportal.invitation;

import org.partnerportal.PostgresTest;

/** The races on PostgreSQL. */
@PostgresTest
class AnswerRacePostgresTests extends AnswerRaces {}
