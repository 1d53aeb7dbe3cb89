package org.partnerportal.invitation;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.shared.TenantId;

/** What the form "Send an invitation" sends. */
record OfferForm(
        @Nullable String email,
        @Nullable UUID customer,
        @Nullable String language,
        @Nullable PartnerType type,
        @Nullable String name,
        @Nullable Set<String> roles,
        @Nullable Integer durationDays,
        boolean autoExtend,
        @Nullable String note,
        @Nullable Integer lifeDays) {

    private static final int USUAL_DURATION = 365;
    private static final int USUAL_LIFE = 30;

    /** The empty form for a type: a year where there is a time limit, the mail in the sender's own language. */
    static OfferForm empty(PartnerType type, Locale locale) {
        Integer days = type.isTimeLimited() ? USUAL_DURATION : null;
        return new OfferForm("", null, locale.getLanguage(), type, "", Set.of(), days, false, "", USUAL_LIFE);
    }

    OfferForm {
        roles = roles == null ? Set.of() : roles;
    }

    Offer offer() {
        return new Offer(
                Objects.requireNonNullElse(email, ""),
                customer == null ? null : new TenantId(customer),
                Objects.requireNonNullElse(language, ""),
                type,
                Objects.requireNonNullElse(name, ""),
                Objects.requireNonNullElse(roles, Set.of()),
                durationDays,
                autoExtend,
                Objects.requireNonNullElse(note, ""),
                Objects.requireNonNullElse(lifeDays, 0));
    }
}
