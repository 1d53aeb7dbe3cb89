package org.partnerportal.mail;

import java.time.Instant;
import java.util.UUID;

/** Brings a mail on its way. */
interface MailTransport {

    /** Whether there is any way for mails to go. */
    boolean isReady();

    /**
     * Hands a mail over.
     *
     * @param id the mail's id; the same mail goes out under the same Message-ID however often it is tried
     * @param writtenAt when the mail was written: its date
     * @return what the server answered, or an empty text
     * @throws MailNotTakenException when it was not taken, or nobody knows whether it was
     */
    String send(UUID id, String recipient, MailText text, Instant writtenAt);
}
