package org.partnerportal.mailing;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerportal.mail.MailText;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Writes a mail in the reader's language: HTML and plain text of the same words, so that they never say different things. */
@Component
class MailComposer {

    private final MessageSource messages;
    private final SpringTemplateEngine templates = new SpringTemplateEngine();

    MailComposer(MessageSource messages) {
        this.messages = messages;
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("mail/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        templates.setTemplateResolver(resolver);
        templates.setTemplateEngineMessageSource(messages);
    }

    /** A line such as "Partner type: Reseller". */
    record Fact(String label, String value) {}

    /** The one thing to do, as a button and as an address. */
    record Action(String label, String url) {}

    /** What a mail says, part by part, already in the reader's language. */
    record Parts(
            String subject,
            String greeting,
            String intro,
            List<Fact> facts,
            @Nullable Action action,
            String footer) {}

    MailText write(Locale locale, Parts parts) {
        var context = new Context(locale);
        context.setVariable("mail", parts);
        return new MailText(parts.subject(), templates.process("mail", context), plain(parts));
    }

    private static String plain(Parts parts) {
        String facts = parts.facts().stream()
                .map(fact -> fact.label() + ": " + fact.value())
                .collect(Collectors.joining("\n"));
        Action action = parts.action();
        String todo = action == null ? "" : action.label() + "\n" + action.url();
        return List.of(parts.greeting(), parts.intro(), facts, todo, "-- \n" + parts.footer()).stream()
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("\n\n"))
                + "\n";
    }

    String text(Locale locale, String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
