package org.partnerportal.entrarole;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The catalogue of Entra built-in roles, read once from {@code entrarole/entra-roles.csv}. */
@Component
public class EntraRoles {

    private static final int SHOWN = 2;

    private final Map<String, EntraRole> roles = new LinkedHashMap<>();
    private final MessageSource messages;

    EntraRoles(MessageSource messages) {
        this.messages = messages;
        var csv = new ClassPathResource("entrarole/entra-roles.csv");
        try (var reader = new BufferedReader(new InputStreamReader(csv.getInputStream(), StandardCharsets.UTF_8))) {
            reader.lines().skip(1).map(EntraRoles::parse).forEach(role -> roles.put(role.id(), role));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // the file is ours and quotes nothing
    private static EntraRole parse(String line) {
        String[] cells = line.split(",", -1);
        return new EntraRole(cells[0], cells[1], Boolean.parseBoolean(cells[2]), cells[3], cells[4].equals("current"));
    }

    /** The role with that template id; empty when the catalogue does not know it. */
    public Optional<EntraRole> find(@Nullable String id) {
        return Optional.ofNullable(roles.get(id));
    }

    /** All roles that a new offer may ask for. */
    public List<EntraRole> requestable() {
        return roles.values().stream().filter(EntraRole::requestable).toList();
    }

    public boolean isRequestable(String id) {
        return find(id).filter(EntraRole::requestable).isPresent();
    }

    /** The roles with these template ids, privileged ones first, then by name in the reader's language. */
    public List<EntraRole> named(Collection<String> ids) {
        return ids.stream()
                .map(id -> find(id).orElseGet(() -> new EntraRole(id, id, false, "", false)))
                .sorted(Comparator.comparing(EntraRole::privileged).reversed().thenComparing(role -> name(role)))
                .toList();
    }

    /** The first two names and how many more there are, for a line of a list. */
    public String summary(Collection<String> ids) {
        Locale locale = LocaleContextHolder.getLocale();
        List<String> names = named(ids).stream().map(this::name).toList();
        String separator = messages.getMessage("entrarole.and", null, locale);
        String first = names.stream().limit(SHOWN).collect(Collectors.joining(separator));
        int more = names.size() - SHOWN;
        return more <= 0 ? first : messages.getMessage("entrarole.more", new Object[] {first, more}, locale);
    }

    /** The role's name in the reader's language; the template name where there is no other. */
    public String name(EntraRole role) {
        return name(role, LocaleContextHolder.getLocale());
    }

    /** The role's name in that language, for mails. */
    public String name(EntraRole role, Locale locale) {
        return text(role, ".name", role.templateName(), locale);
    }

    /** What the role lets somebody do, in one plain sentence in the reader's language; empty where there is none. */
    public String description(EntraRole role) {
        return text(role, ".description", "", LocaleContextHolder.getLocale());
    }

    private String text(EntraRole role, String what, String otherwise, Locale locale) {
        String text = messages.getMessage(role.key() + what, null, otherwise, locale);
        return text == null ? otherwise : text;
    }
}
