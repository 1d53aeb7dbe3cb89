package org.partnerportal.mail;

import org.partnerportal.PostgresTest;

/** Mail faults on PostgreSQL. */
@PostgresTest
class MailFaultPostgresTests extends MailFaults {}
