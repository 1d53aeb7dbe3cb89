package org.partnerportal.mail;

import java.util.UUID;

/** Brings a mail on its way. */
interface MailTransport {

    /**
     * Hands a mail over.
     *
     * @param id the mail's id; the same mail goes out under the same Message-ID however often it is tried
     * @return what the server answered, or an empty text
     * @throws org.springframework.mail.MailException when it was not taken
     */
    String send(UUID id, String recipient, MailText text);
}
