package org.partnerportal.mail;

import java.util.UUID;

/** Lets mails fare as the mail server would have it. */
public final class MailFixture {

    private MailFixture() {}

    public static void notTaken(Outbox outbox, UUID mail, MailProblem problem, String answer) {
        outbox.notTaken(mail, problem, answer);
    }

    public static void sent(Outbox outbox, UUID mail, String answer) {
        outbox.sent(mail, answer);
    }
}
