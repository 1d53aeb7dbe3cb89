package org.partnerportal.invitation;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.relationship.PartnerType;
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

    /** The addressee was reminded of it. */
    record Reminded(Instant at, Who who, InvitationFacts invitation) implements InvitationEvent {}

    /** The partner had the mail that got stuck sent once more; the link is the same. */
    record MailedAgain(Instant at, Who who, InvitationFacts invitation) implements InvitationEvent {}

    /** The addressee saw it for the first time. */
    record Opened(Instant at, Who who, InvitationFacts invitation) implements InvitationEvent {}

    /** The link had lapsed, and the customer asked for a new one. */
    record AskedAgain(Instant at, Who who, InvitationFacts invitation) implements InvitationEvent {}

    /** The addressee, who can't answer alone, asked the colleagues who can. */
    record ColleaguesAsked(Instant at, Who who, InvitationFacts invitation) implements InvitationEvent {}

    /** The addressee, who can't accept privileged roles, handed it to a Global Administrator. */
    record ApproverAsked(Instant at, Who who, InvitationFacts invitation, UUID approver, String approverName)
            implements InvitationEvent {

        @Override
        public Map<String, String> details() {
            Map<String, String> details = new HashMap<>(InvitationEvent.super.details());
            details.put("approver", approverName);
            return Map.copyOf(details);
        }
    }

    /**
     * The customer asked for other terms.
     *
     * @param asked what was offered
     * @param proposed what the customer proposes instead
     * @param offeredBy who made the first offer
     * @param offeredAt when the offer was sent as it stands
     */
    record ChangesRequested(
            Instant at,
            Who who,
            InvitationFacts invitation,
            Terms asked,
            Terms proposed,
            String offeredBy,
            Instant offeredAt)
            implements InvitationEvent {

        @Override
        public Map<String, String> details() {
            Map<String, String> details = new HashMap<>(InvitationEvent.super.details());
            details.putAll(terms("asked", invitation.type(), asked));
            details.putAll(terms("proposed", invitation.type(), proposed));
            details.put("note", proposed.note());
            return Map.copyOf(details);
        }
    }

    /**
     * The partner revised the offer, with a new link; the old one is dead.
     *
     * @param earlier what was offered before
     * @param revised what is offered now
     * @param requestedBy the account of whoever had asked for changes, or null
     */
    record Revised(
            Instant at,
            Who who,
            InvitationFacts invitation,
            Link link,
            Terms earlier,
            Terms revised,
            @Nullable UUID requestedBy)
            implements InvitationEvent {

        @Override
        public Map<String, String> details() {
            Map<String, String> details = new HashMap<>(InvitationEvent.super.details());
            details.putAll(terms("earlier", invitation.type(), earlier));
            details.putAll(terms("revised", invitation.type(), revised));
            details.put("note", revised.note());
            return Map.copyOf(details);
        }
    }

    private static Map<String, String> terms(String which, PartnerType type, Terms terms) {
        Map<String, String> details = new HashMap<>();
        if (type.takesRoles()) {
            details.put(which + "Roles", String.join(",", new TreeSet<>(terms.roles())));
        }
        if (terms.durationDays() != null) {
            details.put(which + "Days", terms.durationDays().toString());
            details.put(which + "AutoExtend", String.valueOf(terms.autoExtend()));
        }
        return details;
    }

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

    /** The partner took it back; somebody may have waited for an answer to a proposal. */
    record Withdrawn(
            Instant at,
            Who who,
            InvitationFacts invitation,
            @Nullable UUID requestedBy) implements InvitationEvent {}

    /** Its time ran out. */
    record Lapsed(Instant at, Who who, InvitationFacts invitation) implements InvitationEvent {}
}
