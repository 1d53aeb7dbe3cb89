package org.partnerportal.audit;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.partnerportal.entrarole.EntraRole;
import org.partnerportal.entrarole.EntraRoles;
import org.partnerportal.relationship.PartnerType;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Puts rows of the trail, which are free of language, into the reader's words. */
@Component
class TrailWords {

    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

    private final MessageSource messages;
    private final EntraRoles roles;
    private final JsonMapper json;

    TrailWords(MessageSource messages, EntraRoles roles, JsonMapper json) {
        this.messages = messages;
        this.roles = roles;
        this.json = json;
    }

    String what(String kind) {
        return text("audit.kind." + kind);
    }

    /** Whether these words name the portal itself. */
    boolean isPortal(String words) {
        return small(text("audit.portal")).contains(small(words));
    }

    /** How what these words name, in the reader's language, is stored: roles by their ids, types by their constants. */
    List<String> storedAs(String words) {
        List<String> stored = new ArrayList<>();
        for (EntraRole role : roles.requestable()) {
            if (small(roles.name(role)).contains(small(words))) {
                stored.add(role.id());
            }
        }
        for (PartnerType type : PartnerType.values()) {
            if (small(text("PartnerType." + type)).contains(small(words))) {
                stored.add("\"" + type + "\"");
            }
        }
        return stored;
    }

    private static String small(String words) {
        return words.toLowerCase(Locale.ROOT);
    }

    /** The facts, each as "label: value", in the order in which they are stored. */
    List<String> facts(String details) {
        List<String> facts = new ArrayList<>();
        details(details).forEach((key, value) -> {
            if (!value.isEmpty() && !key.equals(Refused.TRIED)) {
                facts.add(text("audit.fact", text("audit.fact." + key), value(key, value)));
            }
        });
        return facts;
    }

    /** The facts as they are stored. */
    Map<String, String> details(String details) {
        return json.readValue(details, DETAILS);
    }

    private String value(String key, String value) {
        if (key.endsWith("Roles")) {
            return roles.named(Stream.of(value.split(",")).toList()).stream()
                    .map(roles::name)
                    .collect(Collectors.joining(text("entrarole.and")));
        }
        if (key.endsWith("AutoExtend")) {
            return text("audit.auto-extend." + value);
        }
        return switch (key) {
            case "topics" ->
                Stream.of(value.split(","))
                        .map(topic -> text("MailTopic." + topic))
                        .collect(Collectors.joining(text("entrarole.and")));
            case "product" -> text("Product." + value);
            case "cancelReason" -> text("CancelReason." + value);
            case "rolesGiven", "rolesTaken" ->
                Stream.of(value.split(","))
                        .map(role -> text("AdminRole." + role))
                        .collect(Collectors.joining(text("entrarole.and")));
            case "partnerType" -> text("PartnerType." + value);
            case "batchKind" -> text("batch." + value + ".title");
            case "place" -> text("Place." + value);
            case "side", "autoExtend" -> text("audit.value." + value);
            case "groupKind" -> text("GroupKind." + value);
            case "refusal" -> refusal(value);
            case "route" -> tried(value);
            case "endBefore", "endAfter" -> time(value);
            case "dueAt" -> time(value);
            case "effectiveAt" -> time(value);
            default -> value;
        };
    }

    /** What is said to the person who was refused, where nothing else is said to those who read of it. */
    private String refusal(String key) {
        String own = "audit.refusal." + key;
        String text = text(own);
        return text.equals(own) ? text(key) : text;
    }

    /** What an address is for: the page that leads to it, and what is done there; the address itself where nobody knows. */
    private String tried(String route) {
        Tried tried = Tried.of(route);
        for (String page : tried.pages()) {
            String area = text("audit.area." + page);
            String act = act(tried, page);
            if (!area.startsWith("audit.area.") && !act.startsWith("audit.act.")) {
                return text("audit.tried", area, act);
            }
        }
        return route;
    }

    /** What is done there: for some pages a word of its own, for what is opened or sent. */
    private String act(Tried tried, String page) {
        String act = "audit.act." + tried.act(page);
        String own = text(act + "." + page);
        return own.startsWith(act) ? text(act) : own;
    }

    /** In the reader's language and zone, which the request's context knows. */
    private static String time(String instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(LocaleContextHolder.getLocale())
                .withZone(LocaleContextHolder.getTimeZone().toZoneId())
                .format(Instant.parse(instant));
    }

    /** The text in the reader's language; its key where a row is older or newer than the texts. */
    String text(String key, Object... arguments) {
        String text = messages.getMessage(key, arguments, key, LocaleContextHolder.getLocale());
        return text == null ? key : text;
    }
}
