package org.partnerportal.notification;

import java.time.ZoneId;
import java.util.Locale;

/**
 * An organisation's address that gets mails.
 *
 * @param email the address
 * @param locale the language of its mails
 * @param zone the time zone of the times in them
 */
public record NotificationReader(String email, Locale locale, ZoneId zone) {}
