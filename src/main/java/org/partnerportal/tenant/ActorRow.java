package org.partnerportal.tenant;

import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;

/** One role of an account, with all else that makes the actor: the whole actor is read by one statement. */
record ActorRow(
        UUID account,
        TenantId tenant,
        String tenantName,
        boolean demo,
        boolean partner,
        String name,
        String email,
        String language,
        String timeZone,
        Theme theme,
        boolean passwordTemporary,
        @Nullable TenantId employer,
        @Nullable AdminRole role) {

    static Optional<Actor> actor(List<ActorRow> rows) {
        return rows.stream().findFirst().map(first -> {
            Set<AdminRole> roles = EnumSet.noneOf(AdminRole.class);
            for (ActorRow row : rows) {
                if (row.role != null) {
                    roles.add(row.role);
                }
            }
            return new Actor(
                    first.account,
                    first.tenant,
                    first.tenantName,
                    first.partner,
                    first.name,
                    first.email,
                    Set.copyOf(roles),
                    Locale.forLanguageTag(first.language),
                    ZoneId.of(first.timeZone),
                    first.theme,
                    first.passwordTemporary,
                    first.employer);
        });
    }
}
