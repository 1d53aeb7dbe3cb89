package org.partnerportal.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Sends over SMTP, where spring.mail.host is set. */
@Component
@ConditionalOnProperty("spring.mail.host")
class SmtpTransport implements MailTransport {

    private final JavaMailSender sender;
    private final MailProperties properties;

    SmtpTransport(JavaMailSender sender, MailProperties properties) {
        this.sender = sender;
        this.properties = properties;
    }

    @Override
    public String send(UUID id, String recipient, MailText text) {
        MimeMessage message = sender.createMimeMessage();
        try {
            var helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
            helper.setFrom(properties.from());
            helper.setTo(new InternetAddress(recipient, true));
            helper.setSubject(text.subject());
            helper.setText(text.plain(), text.html());
            message.setHeader("Auto-Submitted", "auto-generated");
            // saveChanges comes with sending and would choose an id of its own: JavaMailSender puts this one back
            message.setHeader("Message-ID", "<" + id + "@" + properties.from().replaceAll("^.*@", "") + ">");
        } catch (MessagingException e) {
            throw new MailPreparationException(e);
        }
        sender.send(message);
        return "";
    }
}
