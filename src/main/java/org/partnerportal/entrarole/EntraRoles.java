package org.partnerportal.entrarole;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
            // the file is ours and quotes nothing: templateId, displayName, privileged, status, category, tasks, risks,
            // alternatives; the last three are lists with semicolons, and alternatives go by name so that people can
            // read it
            List<String[]> rows =
                    reader.lines().skip(1).map(line -> line.split(",", -1)).toList();
            Map<String, String> ids = rows.stream().collect(Collectors.toMap(row -> row[1], row -> row[0]));
            rows.forEach(row -> roles.put(row[0], parse(row, ids)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EntraRole parse(String[] row, Map<String, String> ids) {
        Set<RoleRisk> risks = constants(RoleRisk.class, row[6]);
        if (Boolean.parseBoolean(row[2])) {
            risks.add(RoleRisk.PRIVILEGED);
        }
        return new EntraRole(
                row[0],
                row[1],
                row[3].equals("current"),
                RoleCategory.valueOf(row[4]),
                Collections.unmodifiableSet(constants(RoleTask.class, row[5])),
                Collections.unmodifiableSet(risks),
                words(row[7]).map(name -> idOf(name, ids)).toList());
    }

    private static String idOf(String templateName, Map<String, String> ids) {
        String id = ids.get(templateName);
        if (id == null) {
            throw new IllegalStateException("entra-roles.csv knows no role " + templateName);
        }
        return id;
    }

    private static <E extends Enum<E>> Set<E> constants(Class<E> type, String cell) {
        return words(cell)
                .map(name -> Enum.valueOf(type, name))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(type)));
    }

    private static Stream<String> words(String cell) {
        return Stream.of(cell.split(";")).filter(word -> !word.isEmpty());
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

    /** The roles that a new offer may ask for, under their headings. */
    public List<RoleGroup> byCategory() {
        Map<RoleCategory, List<EntraRole>> groups = requestable().stream()
                .sorted(Comparator.comparing(EntraRole::privileged).thenComparing(role -> name(role)))
                .collect(Collectors.groupingBy(
                        EntraRole::category, () -> new EnumMap<>(RoleCategory.class), Collectors.toList()));
        return groups.entrySet().stream()
                .map(group -> new RoleGroup(group.getKey(), group.getValue()))
                .toList();
    }

    /** The tasks to choose roles by. */
    public List<RoleTask> tasks() {
        return List.of(RoleTask.values());
    }

    /** The risks that one of these roles at least brings. */
    public Set<RoleRisk> risks(Collection<EntraRole> of) {
        Set<RoleRisk> risks = EnumSet.noneOf(RoleRisk.class);
        of.forEach(role -> risks.addAll(role.risks()));
        return risks;
    }

    /**
     * The next smaller roles for each role that is asked for: each does at least one of its tasks. Those that are asked for
     * anyway are left out.
     *
     * @param asked template ids
     * @return the smaller roles by template id, without roles that have none
     */
    public Map<String, List<EntraRole>> lessPrivileged(Collection<String> asked) {
        Map<String, List<EntraRole>> smaller = new HashMap<>();
        for (String id : asked) {
            List<EntraRole> found = find(id).stream()
                    .flatMap(role -> role.alternatives().stream())
                    .filter(alternative -> !asked.contains(alternative))
                    .flatMap(alternative -> find(alternative).stream())
                    .toList();
            if (!found.isEmpty()) {
                smaller.put(id, found);
            }
        }
        return smaller;
    }

    /** The template ids of the roles with these English names, for roles that are named in code. */
    public Set<String> idsOf(Collection<String> templateNames) {
        return roles.values().stream()
                .filter(role -> templateNames.contains(role.templateName()))
                .map(EntraRole::id)
                .collect(Collectors.toSet());
    }

    /** The roles with these template ids, privileged ones first, then by name in the reader's language. */
    public List<EntraRole> named(Collection<String> ids) {
        return ids.stream()
                .map(id -> find(id).orElseGet(() -> EntraRole.unknown(id)))
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
