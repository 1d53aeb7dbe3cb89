package org.partnerportal.user;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Parse;
import org.partnerportal.tenant.AdminRole;

/**
 * What the page of somebody's admin roles sends.
 *
 * @param shown the roles that the page was about
 * @param role the ticked roles; nothing where the browser sent none
 * @param confirmed the tick that domains may be left without anybody who manages them
 */
record UserRoleForm(
        @Nullable String shown,
        @Nullable List<String> role,
        @Nullable String confirmed) {

    /** The form as a page first shows it: what the person holds is ticked. */
    static UserRoleForm of(Set<AdminRole> held) {
        return new UserRoleForm(
                held.stream().sorted().map(AdminRole::name).collect(Collectors.joining(",")),
                held.stream().map(AdminRole::name).toList(),
                null);
    }

    Set<AdminRole> shownRoles() {
        return roles(Stream.of(Parse.text(shown).split(",")));
    }

    Set<AdminRole> wanted() {
        return roles(ticked());
    }

    public boolean isConfirmed() {
        return Boolean.parseBoolean(confirmed);
    }

    /** Whether something is ticked that is no role at all. */
    boolean namesUnknown() {
        return ticked().anyMatch(name -> parse(name).isEmpty());
    }

    private Stream<String> ticked() {
        return role == null ? Stream.of() : role.stream();
    }

    private static Set<AdminRole> roles(Stream<String> names) {
        return names.map(UserRoleForm::parse)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(AdminRole.class)));
    }

    private static Optional<AdminRole> parse(String name) {
        return Parse.constant(AdminRole.class, name);
    }
}
