package org.partnerportal.invitation;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Parse;

/** What the page "Accept agreement & authorize partner" sends, as typed. */
record AcceptForm(
        @Nullable String terms,
        Set<String> roles,
        @Nullable String durationDays,
        @Nullable String agreement,
        @Nullable String language,
        @Nullable String read) {

    private static final int NO_NUMBER = 0; // no version and no days

    @SuppressWarnings("NullAway") // binding leaves out what the browser did not send
    AcceptForm {
        roles = Objects.requireNonNullElse(roles, Set.of());
    }

    /** The form as it is first shown: everything as offered, the box not ticked. */
    static AcceptForm of(InvitationView invitation, UUID agreement, String language) {
        Integer days = invitation.durationDays();
        return new AcceptForm(
                String.valueOf(invitation.termsVersion()),
                invitation.type().takesRoles() ? invitation.roles() : Set.of(),
                days == null ? "" : days.toString(),
                agreement.toString(),
                language,
                null);
    }

    Acceptance acceptance() {
        boolean noDuration = durationDays == null || durationDays.isBlank();
        return new Acceptance(
                Parse.number(terms).orElse(NO_NUMBER),
                roles,
                noDuration ? null : Parse.number(durationDays).orElse(NO_NUMBER),
                Parse.uuid(agreement).orElse(null),
                Objects.requireNonNullElse(language, "en"),
                Boolean.parseBoolean(read));
    }
}
