package org.partnerportal.audit;

import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Languages;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;

/**
 * {@code java -jar portal.jar check-trail}: checks the trail beside a portal that runs, with the same settings, and starts
 * nothing of the portal but its database connection. {@code --head=number:hash} names an end that was noted earlier.
 */
public final class TrailCommand {

    /** The trail is as it was sealed. */
    static final int SOUND = 0;

    /** The trail is not as it was sealed. */
    static final int BAD = 1;

    /** The trail could not be checked. */
    static final int NOT_CHECKED = 2;

    private static final String NAME = "check-trail";
    private static final String HEAD = "--head=";

    private TrailCommand() {}

    /** What the check needs of the portal. */
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        MessageSourceAutoConfiguration.class
    })
    @Import(TrailCheck.class)
    static class Parts {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    /** Whether these arguments ask for the check and not for the portal. */
    public static boolean isMeant(String... arguments) {
        return List.of(arguments).contains(NAME);
    }

    /**
     * Checks the trail and prints the result.
     *
     * @return 0 where the trail is as it was sealed, 1 where it is not, 2 where it could not be checked
     */
    public static int run(PrintStream out, String... arguments) {
        Locale locale =
                Languages.CODES.contains(Locale.getDefault().getLanguage()) ? Locale.getDefault() : Locale.ENGLISH;
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties("logging.level.root=warn")
                .run(arguments)) {
            MessageSource messages = context.getBean(MessageSource.class);
            String noted = noted(arguments);
            Optional<TrailReport.Head> head = Optional.ofNullable(noted).flatMap(TrailReport.Head::parse);
            if (noted != null && head.isEmpty()) {
                out.println(messages.getMessage("audit.check.head.unreadable", null, locale));
                return NOT_CHECKED;
            }
            TrailReport report = context.getBean(TrailCheck.class).check(head.orElse(null));
            print(report, messages, locale, out);
            return report.isSound() ? SOUND : BAD;
        } catch (DataAccessException e) {
            out.println(NestedExceptionUtils.getMostSpecificCause(e).getMessage());
            return NOT_CHECKED;
        }
    }

    private static @Nullable String noted(String... arguments) {
        return List.of(arguments).stream()
                .filter(argument -> argument.startsWith(HEAD))
                .map(argument -> argument.substring(HEAD.length()))
                .findFirst()
                .orElse(null);
    }

    private static void print(TrailReport report, MessageSource messages, Locale locale, PrintStream out) {
        TrailReport.BadRow bad = report.bad();
        out.println(messages.getMessage(bad == null ? "audit.check.sound" : "audit.check.bad", null, locale));
        if (bad != null) {
            out.println(messages.getMessage("TrailProblem." + bad.problem(), null, locale));
            line("audit.check.number", bad.number(), messages, locale, out);
            line("audit.check.entry", bad.entry(), messages, locale, out);
        }
        line("audit.check.rows", String.format(locale, "%,d", report.rows()), messages, locale, out);
        line("audit.check.head", report.head(), messages, locale, out);
        line("audit.check.waiting", String.format(locale, "%,d", report.waiting()), messages, locale, out);
        line("audit.check.took", report.took().toMillis() + " ms", messages, locale, out);
    }

    private static void line(
            String key, @Nullable Object value, MessageSource messages, Locale locale, PrintStream out) {
        if (value != null) {
            Object[] parts = {messages.getMessage(key, null, locale), value.toString()};
            out.println(messages.getMessage("audit.fact", parts, locale));
        }
    }
}
