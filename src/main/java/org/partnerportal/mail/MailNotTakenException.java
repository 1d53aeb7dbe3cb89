package org.partnerportal.mail;

/** Thrown when a mail was not taken, with what people are told of it. */
class MailNotTakenException extends RuntimeException {

    private final transient MailProblem problem;
    private final String answer;

    MailNotTakenException(MailProblem problem, String answer) {
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
