package org.partnerportal.invitation;

import org.partnerportal.PortalTest;

/** Reminders on the embedded database. */
@PortalTest
class ReminderDatabaseTests extends Reminders {}
