package org.partnerportal.invitation;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the page "Accept agreement & authorize partner" sends. */
record AcceptForm(
        @Nullable Integer terms,
        @Nullable Set<String> roles,
        @Nullable Integer durationDays,
        @Nullable UUID agreement,
        @Nullable String language,
        boolean read) {

    AcceptForm {
        roles = roles == null ? Set.of() : roles;
    }

    /** The form as it is first shown: everything as offered, the box not ticked. */
    static AcceptForm of(InvitationView invitation, UUID agreement, String language) {
        return new AcceptForm(
                invitation.termsVersion(),
                invitation.type().takesRoles() ? invitation.roles() : Set.of(),
                invitation.durationDays(),
                agreement,
                language,
                false);
    }

    Acceptance acceptance() {
        return new Acceptance(
                Objects.requireNonNullElse(terms, 0),
                Objects.requireNonNullElse(roles, Set.of()),
                durationDays,
                agreement,
                Objects.requireNonNullElse(language, "en"),
                read);
    }
}
