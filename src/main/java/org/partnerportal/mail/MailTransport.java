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
     * @throws NotTakenException when it was not taken, or nobody knows whether it was
     */
    String send(UUID id, String recipient, MailText text, Instant writtenAt);

    /** Thrown when a mail was not taken, with what people are told of it. */
    class NotTakenException extends RuntimeException {

        private final transient MailProblem problem;
        private final String answer;

        NotTakenException(MailProblem problem, String answer) {
            super(problem + " " + answer, null, false, false); // an answer, not a fault: no stack trace
            this.problem = problem;
            this.answer = answer;
        }

        MailProblem problem() {
            return problem;
        }

        /** The server's own words, or an empty text. */
        String answer() {
            return answer;
        }
    }
}
