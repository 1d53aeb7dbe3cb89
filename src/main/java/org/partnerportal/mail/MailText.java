package org.partnerportal.mail;

/** What a mail says, in both forms. */
public record MailText(String subject, String html, String plain) {

    @Override
    public String toString() {
        return "MailText[…]"; // may hold a link
    }
}
