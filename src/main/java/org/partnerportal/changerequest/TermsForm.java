package org.partnerportal.changerequest;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnerportal.invitation.Terms;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.shared.Parse;

/** What both forms send, the customer's proposal and the partner's revised offer, as typed. */
record TermsForm(
        @Nullable String terms,
        Set<String> roles,
        @Nullable String durationDays,
        @Nullable String autoExtend,
        @Nullable String note) {

    private static final int NO_NUMBER = 0; // no version and no days

    @SuppressWarnings("NullAway") // binding leaves out what the browser did not send
    TermsForm {
        roles = Objects.requireNonNullElse(roles, Set.of());
    }

    /** The form as it is first shown: with those terms, and a note to begin with. */
    static TermsForm of(PartnerType type, int version, Terms terms, String note) {
        Integer days = terms.durationDays();
        return new TermsForm(
                String.valueOf(version),
                type.takesRoles() ? terms.roles() : Set.of(),
                days == null ? "" : days.toString(),
                String.valueOf(terms.autoExtend()),
                note);
    }

    int version() {
        return Parse.number(terms).orElse(NO_NUMBER);
    }

    Terms read() {
        boolean noDuration = durationDays == null || durationDays.isBlank();
        return new Terms(
                version(),
                roles,
                noDuration ? null : Parse.number(durationDays).orElse(NO_NUMBER),
                Boolean.parseBoolean(autoExtend),
                Objects.requireNonNullElse(note, ""));
    }
}
