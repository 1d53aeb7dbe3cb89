package org.partnerportal.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.EmailAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Sends over SMTP, where spring.mail.host is set, one mail a connection, and keeps what the server says. */
@Component
@ConditionalOnProperty("spring.mail.host")
class SmtpTransport implements MailTransport {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpTransport.class);
    private static final int ERRORS = 400;
    private static final int FINAL_ERRORS = 500;

    /** They are about the session or about space (RFC 5321, 4.5.3.1.10), not about the address. */
    private static final Set<Integer> NOT_ABOUT_THE_ADDRESS = Set.of(503, 530, 552);

    private final JavaMailSenderImpl server;
    private final MailProperties properties;

    SmtpTransport(JavaMailSenderImpl server, MailProperties properties) {
        this.server = server;
        this.properties = properties;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public String send(UUID id, String recipient, MailText text, Instant writtenAt) {
        Session session = server.getSession();
        MimeMessage message = message(session, id, recipient, text, writtenAt);
        SMTPTransport connection = connect(session);
        try {
            connection.sendMessage(message, message.getAllRecipients());
            return Objects.requireNonNullElse(connection.getLastServerResponse(), "");
        } catch (MessagingException e) {
            throw notTaken(e);
        } finally {
            close(connection); // the server has answered: whatever happens now changes nothing
        }
    }

    private MimeMessage message(Session session, UUID id, String recipient, MailText text, Instant writtenAt) {
        if (!EmailAddress.isWellFormed(recipient.toLowerCase(Locale.ROOT))) {
            throw new NotTakenException(MailProblem.BAD_ADDRESS, "");
        }
        String messageId = "<" + id + "@" + properties.from().replaceAll("^.*@", "") + ">";
        // saving a message would give it an id of its own
        var message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", messageId);
            }
        };
        try {
            var helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
            helper.setFrom(properties.from());
            helper.setTo(new InternetAddress(recipient, true));
            helper.setSubject(text.subject());
            helper.setText(text.plain(), text.html());
            helper.setSentDate(Date.from(writtenAt));
            message.setHeader("Auto-Submitted", "auto-generated");
            message.saveChanges();
            return message;
        } catch (MessagingException e) {
            throw new NotTakenException(MailProblem.BAD_ADDRESS, "");
        }
    }

    private SMTPTransport connect(Session session) {
        SMTPTransport connection = connection(session);
        try {
            connection.connect(
                    server.getHost(), server.getPort(), orNull(server.getUsername()), orNull(server.getPassword()));
            return connection;
        } catch (AuthenticationFailedException e) {
            LOG.warn("The mail server does not let the portal in: {}", e.getMessage());
            close(connection);
            throw new NotTakenException(MailProblem.SIGN_IN, ""); // its words may name the account
        } catch (MessagingException e) {
            LOG.warn("The mail server cannot be reached: {}", e.getMessage()); // it names host and port, for us only
            boolean answered = connection.getLastReturnCode() >= ERRORS;
            String answer = answered ? connection.getLastServerResponse() : "";
            close(connection);
            throw new NotTakenException(answered ? MailProblem.NOT_TAKEN : MailProblem.NO_CONNECTION, answer);
        }
    }

    private SMTPTransport connection(Session session) {
        String protocol = server.getProtocol();
        try {
            return (SMTPTransport) session.getTransport(protocol == null ? "smtp" : protocol);
        } catch (NoSuchProviderException e) {
            throw new IllegalStateException("spring.mail.protocol is smtp or smtps", e);
        }
    }

    /** An empty setting is no setting. */
    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static NotTakenException notTaken(MessagingException thrown) {
        for (Exception e = thrown; e instanceof MessagingException one; e = one.getNextException()) {
            if (e instanceof SMTPAddressFailedException refused) {
                int code = refused.getReturnCode();
                boolean forGood = code >= FINAL_ERRORS && !NOT_ABOUT_THE_ADDRESS.contains(code);
                return new NotTakenException(forGood ? MailProblem.REFUSED : MailProblem.NOT_TAKEN, words(refused));
            }
            if (e instanceof SMTPSendFailedException failed && failed.getReturnCode() >= ERRORS) {
                return new NotTakenException(MailProblem.NOT_TAKEN, words(failed));
            }
        }
        return new NotTakenException(MailProblem.NO_ANSWER, "");
    }

    private static String words(MessagingException e) {
        return Objects.requireNonNullElse(e.getMessage(), "");
    }

    private static void close(SMTPTransport connection) {
        try {
            connection.close();
        } catch (MessagingException e) {
            LOG.debug("The mail server did not say goodbye: {}", e.getMessage());
        }
    }
}
