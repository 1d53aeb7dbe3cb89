package org.partnerportal.invitation;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.TrailEvent;
import org.partnerportal.shared.Who;

/** Something that happened to an invitation. */
public sealed interface InvitationEvent extends TrailEvent {

    InvitationFacts invitation();

    @Override
    default String kind() {
        return "Invitation" + getClass().getSimpleName();
    }

    @Override
    default @Nullable TenantId customer() {
        return invitation().customer();
    }

    @Override
    default TenantId partner() {
        return invitation().partner();
    }

    @Override
    default UUID subject() {
        return invitation().id();
    }

    @Override
    default Map<String, String> details() {
        Map<String, String> details = new HashMap<>(Map.of(
                "reference", invitation().reference(),
                "partnerType", invitation().type().name(),
                "email", invitation().email()));
        String renews = invitation().renews();
        if (renews != null) {
            details.put("renews", renews);
        }
        return Map.copyOf(details);
    }

    /** The partner sent it, with its first link. */
    record Sent(Instant at, Who who, InvitationFacts invitation, Link link, String note) implements InvitationEvent {}

    /** The partner made a new link and had it mailed; the old one is dead. */
    record Resent(Instant at, Who who, InvitationFacts invitation, Link link, String note) implements InvitationEvent {}

    /** The addressee saw it for the first time. */
    record Opened(Instant at, Who who, InvitationFacts invitation) implements InvitationEvent {}

    /** The link had lapsed, and the customer asked for a new one. */
    record AskedAgain(Instant at, Who who, InvitationFacts invitation) implements InvitationEvent {}

    /** The addressee, who can't answer alone, asked the colleagues who can. */
    record ColleaguesAsked(Instant at, Who who, InvitationFacts invitation) implements InvitationEvent {}

    /** The customer accepted, and granted what stands here. */
    record Accepted(
            Instant at,
            Who who,
            InvitationFacts invitation,
            Set<String> askedRoles,
            Set<String> grantedRoles,
            @Nullable Integer askedDays,
            @Nullable Integer grantedDays)
            implements InvitationEvent {

        @Override
        public Map<String, String> details() {
            Map<String, String> details = new HashMap<>(InvitationEvent.super.details());
            details.put("askedRoles", String.join(",", new TreeSet<>(askedRoles)));
            details.put("grantedRoles", String.join(",", new TreeSet<>(grantedRoles)));
            if (askedDays != null && grantedDays != null) {
                details.put("askedDays", askedDays.toString());
                details.put("grantedDays", grantedDays.toString());
            }
            return Map.copyOf(details);
        }
    }

    /** The customer declined, with a reason or an empty text. */
    record Declined(Instant at, Who who, InvitationFacts invitation, String reason) implements InvitationEvent {

        @Override
        public Map<String, String> details() {
            Map<String, String> details = new HashMap<>(InvitationEvent.super.details());
            details.put("reason", reason);
            return Map.copyOf(details);
        }
    }

    /** The partner took it back. */
    record Withdrawn(Instant at, Who who, InvitationFacts invitation) implements InvitationEvent {}

    /** Its time ran out. */
    record Lapsed(Instant at, Who who, InvitationFacts invitation) implements InvitationEvent {}
}
