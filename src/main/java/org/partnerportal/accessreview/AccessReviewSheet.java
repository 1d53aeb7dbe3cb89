package org.partnerportal.accessreview;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.partnerportal.entrarole.EntraRole;
import org.partnerportal.entrarole.EntraRoles;
import org.partnerportal.shared.CsvFile;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A review as a table of texts for spreadsheet programs; each row says all, so that rows of many reviews can be joined. */
@Component
class AccessReviewSheet {

    private static final List<String> COLUMNS = List.of(
            "review.reference",
            "partner.name",
            "partner.id",
            "relationship.name",
            "review.relationship-reference",
            "relationship.type",
            "review.role",
            "review.role-id",
            "RoleRisk.PRIVILEGED",
            "review.until.utc",
            "review.auto-extend",
            "review.last-used.utc",
            "review.decision",
            "review.signer",
            "review.signer-email",
            "review.finished.utc",
            "review.note");

    private final EntraRoles roles;
    private final MessageSource messages;

    AccessReviewSheet(EntraRoles roles, MessageSource messages) {
        this.roles = roles;
        this.messages = messages;
    }

    void write(AccessReviewView review, Locale locale, CsvFile file) {
        file.row(COLUMNS.stream().map(key -> text(key, locale)).toList());
        review.grants().forEach(grant -> file.row(row(review, grant, locale)));
    }

    private List<String> row(AccessReviewView review, AccessGrant grant, Locale locale) {
        EntraRole role = roles.named(List.of(grant.role())).get(0);
        Decision decision = grant.decision();
        return List.of(
                review.reference(),
                grant.partnerName(),
                grant.partner().toString(),
                grant.relationshipName(),
                grant.reference(),
                text("PartnerType." + grant.type(), locale),
                roles.name(role, locale),
                grant.role(),
                text(role.privileged() ? "review.yes" : "review.no", locale),
                grant.endsAt() == null ? text("relationship.no-end", locale) : time(grant.endsAt()),
                text(grant.autoExtend() ? "review.yes" : "review.no", locale),
                grant.lastUsedAt() == null ? text("review.last-used.unknown", locale) : time(grant.lastUsedAt()),
                decision == null ? "" : text("Decision." + decision, locale),
                Objects.requireNonNullElse(review.signerName(), ""),
                Objects.requireNonNullElse(review.signerEmail(), ""),
                time(review.finishedAt()),
                review.note());
    }

    private static String time(@Nullable Instant time) {
        return time == null ? "" : time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
