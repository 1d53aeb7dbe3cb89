package org.partnerportal.customer;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerportal.entrarole.EntraRoles;
import org.partnerportal.relationship.RelationshipList;
import org.partnerportal.relationship.RolePolicy;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts lines of the customers' lists into the reader's words, for files. */
@Component
class CustomerWords {

    private final MessageSource messages;
    private final EntraRoles roles;

    CustomerWords(MessageSource messages, EntraRoles roles) {
        this.messages = messages;
        this.roles = roles;
    }

    String[] texts(String... keys) {
        return Arrays.stream(keys).map(this::text).toArray(String[]::new);
    }

    String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    /** The cells under {@link #heading()}. */
    String[] cells(RelationshipList.Line line) {
        var row = line.row();
        return new String[] {
            row.otherName(),
            row.other().toString(),
            row.name(),
            row.reference(),
            text("PartnerType." + row.type()),
            row.type().rolePolicy() == RolePolicy.NOT_ASSIGNABLE
                    ? text("relationship.roles.not-available")
                    : named(line.roles()),
            time(row.startedAt()),
            time(line.endsAt()),
            row.type().isTimeLimited() ? text(line.extending() ? "audit.value.on" : "audit.value.off") : "",
            text("RelationshipStatus." + line.status()),
            row.id().toString()
        };
    }

    String[] heading() {
        return texts(
                "customer.name",
                "customer.id",
                "relationship.name",
                "relationship.reference",
                "relationship.type",
                "customer.roles",
                "customer.csv.start",
                "customer.csv.end",
                "customer.auto-extend",
                "relationship.status",
                "customer.csv.relationship");
    }

    private String named(Collection<String> ids) {
        return roles.named(ids).stream().map(roles::name).collect(Collectors.joining("; "));
    }

    private static String time(@Nullable Instant time) {
        return time == null ? "" : time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
