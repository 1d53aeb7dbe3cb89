package org.partnerportal.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the portal's own mails; the server itself is set by spring.mail.host and its neighbours.
 *
 * @param from the sender's address; its domain also ends the Message-IDs
 */
@ConfigurationProperties("portal.mail")
record MailProperties(@DefaultValue("portal@portal.example") String from) {}
