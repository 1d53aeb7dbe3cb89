package org.partnerportal.invitation;

import org.partnerportal.PostgresTest;

/** Reminders on PostgreSQL. */
@PostgresTest
class ReminderPostgresTests extends Reminders {}
