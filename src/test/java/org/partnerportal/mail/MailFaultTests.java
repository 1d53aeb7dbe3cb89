package org.partnerportal.mail;

import org.partnerportal.PortalTest;

/** Mail faults on the embedded database. */
@PortalTest
class MailFaultTests extends MailFaults {}
