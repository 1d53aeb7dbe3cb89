package org.partnerportal.support;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts lines of the list into the reader's words, for files. */
@Component
class SupportWords {

    private final MessageSource messages;

    SupportWords(MessageSource messages) {
        this.messages = messages;
    }

    String[] heading() {
        return Stream.of(
                        "relationship.reference",
                        "support.subject",
                        "support.area",
                        "support.urgency",
                        "relationship.status",
                        "support.opener",
                        "support.opener-partner",
                        "support.assignee",
                        "support.assignee-partner",
                        "support.csv.opened",
                        "support.csv.active",
                        "support.csv.closed",
                        "support.csv.id")
                .map(this::text)
                .toArray(String[]::new);
    }

    /** The cells under {@link #heading()}. */
    String[] cells(SupportList.Row row) {
        return new String[] {
            row.reference(),
            row.subject(),
            text("ServiceArea." + row.area()),
            text("Urgency." + row.urgency()),
            text("SupportStatus." + row.status()),
            row.openerName(),
            Objects.requireNonNullElse(row.openerPartner(), ""),
            Objects.requireNonNullElse(row.assigneeName(), ""),
            Objects.requireNonNullElse(row.assigneePartner(), ""),
            time(row.createdAt()),
            time(row.activeAt()),
            time(row.closedAt()),
            row.id().toString()
        };
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    private static String time(@Nullable Instant time) {
        return time == null ? "" : time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
