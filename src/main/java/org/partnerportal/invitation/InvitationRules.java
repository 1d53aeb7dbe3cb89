package org.partnerportal.invitation;

import static org.partnerportal.entrarole.EntraRole.GLOBAL_ADMINISTRATOR;
import static org.partnerportal.tenant.AdminRole.ADMIN_AGENT;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.RelationshipRules;
import org.partnerportal.relationship.RelationshipView;
import org.partnerportal.shared.EmailAddress;
import org.partnerportal.shared.Languages;
import org.partnerportal.shared.PlainText;
import org.partnerportal.shared.Refusal;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;

/** What may be offered, by whom, and who may answer what and when. */
final class InvitationRules {

    private static final Duration LAST_REMINDER = Duration.ofHours(24);

    private InvitationRules() {}

    /** Asks whether the person may send, resend or withdraw invitations as that type. */
    static Optional<InvitationRefusal> manage(Actor actor, @Nullable PartnerType type) {
        if (!actor.maySendInvitations()) {
            return Optional.of(InvitationRefusal.NEEDS_AGENT);
        }
        boolean salesAgentMay = type == null || !type.holdsRoles();
        return actor.holds(ADMIN_AGENT) || salesAgentMay
                ? Optional.empty()
                : Optional.of(InvitationRefusal.NEEDS_ADMIN_AGENT);
    }

    /**
     * Asks whether the offer keeps to its type's policy and to the bounds of every field.
     *
     * @param isRequestable whether the catalogue knows a role and it may be newly requested
     * @param isCustomer whether a tenant is a known customer of the partner
     * @return everything that is wrong, one refusal for each
     */
    static Stream<InvitationRefusal> offer(
            Offer offer, Predicate<String> isRequestable, Predicate<TenantId> isCustomer) {
        return Stream.of(
                        unless(EmailAddress.isWellFormed(offer.email()), InvitationRefusal.EMAIL_MALFORMED),
                        customer(offer.customer(), isCustomer),
                        unless(Languages.CODES.contains(offer.language()), InvitationRefusal.LANGUAGE_UNKNOWN),
                        unless(offer.type() != null, InvitationRefusal.TYPE_MISSING),
                        roles(offer, isRequestable),
                        duration(offer),
                        autoExtend(offer),
                        text(
                                offer.name(),
                                Offer.LONGEST_NAME,
                                InvitationRefusal.NAME_TOO_LONG,
                                InvitationRefusal.NAME_MALFORMED),
                        text(
                                offer.note(),
                                Offer.LONGEST_NOTE,
                                InvitationRefusal.NOTE_TOO_LONG,
                                InvitationRefusal.NOTE_MALFORMED),
                        unless(
                                offer.lifeDays() >= 1 && offer.lifeDays() <= Offer.LONGEST_LIFE,
                                InvitationRefusal.LIFE_OUT_OF_RANGE))
                .flatMap(Optional::stream);
    }

    /** Asks whether the offer may renew that relationship: for the same customer, as the same type. */
    static Stream<InvitationRefusal> renewal(Offer offer, RelationshipView renewed) {
        return Stream.of(
                        unless(renewed.customer().equals(offer.customer()), InvitationRefusal.RENEWS_ANOTHER_CUSTOMER),
                        unless(renewed.type() == offer.type(), InvitationRefusal.RENEWS_ANOTHER_TYPE))
                .flatMap(Optional::stream);
    }

    /**
     * Asks whether the person may offer to renew that relationship, before or after its end: once only, and by one open
     * offer at a time. What nobody could change comes first.
     */
    static Optional<Refusal> renew(RelationshipView renewed, boolean anotherIsOpen, Actor actor) {
        return RelationshipRules.giveWay(renewed.renewedBy())
                .<Refusal>map(refusal -> refusal)
                .or(() -> unless(!anotherIsOpen, InvitationRefusal.RENEWAL_IS_OPEN))
                .or(() -> manage(actor, renewed.type()));
    }

    private static Optional<InvitationRefusal> customer(@Nullable TenantId customer, Predicate<TenantId> isCustomer) {
        return unless(customer == null || isCustomer.test(customer), InvitationRefusal.CUSTOMER_UNKNOWN);
    }

    private static Optional<InvitationRefusal> roles(Offer offer, Predicate<String> isRequestable) {
        if (offer.type() == null) {
            return Optional.empty();
        }
        if (!offer.type().takesRoles()) {
            return unless(offer.roles().isEmpty(), InvitationRefusal.ROLES_NOT_TAKEN);
        }
        if (offer.roles().isEmpty()) {
            return Optional.of(InvitationRefusal.ROLES_MISSING);
        }
        return unless(offer.roles().stream().allMatch(isRequestable), InvitationRefusal.ROLE_UNKNOWN);
    }

    private static Optional<InvitationRefusal> duration(Offer offer) {
        Integer days = offer.durationDays();
        if (offer.type() == null) {
            return Optional.empty();
        }
        if (!offer.type().isTimeLimited()) {
            return unless(days == null, InvitationRefusal.DURATION_NOT_TAKEN);
        }
        return unless(
                days != null && days >= 1 && days <= Offer.LONGEST_DURATION, InvitationRefusal.DURATION_OUT_OF_RANGE);
    }

    private static Optional<InvitationRefusal> autoExtend(Offer offer) {
        if (!offer.autoExtend() || offer.type() == null) {
            return Optional.empty();
        }
        if (!offer.type().isTimeLimited()) {
            return Optional.of(InvitationRefusal.AUTO_EXTEND_NOT_TAKEN);
        }
        return unless(
                !offer.roles().contains(GLOBAL_ADMINISTRATOR), InvitationRefusal.AUTO_EXTEND_WITH_GLOBAL_ADMINISTRATOR);
    }

    private static Optional<InvitationRefusal> text(
            String text, int longest, InvitationRefusal tooLong, InvitationRefusal malformed) {
        if (text.length() > longest) {
            return Optional.of(tooLong);
        }
        return unless(PlainText.isOneLine(text) && (text.isEmpty() || PlainText.isVisible(text)), malformed);
    }

    /** Asks whether the invitation still waits for its answer, for the partner's verbs. */
    static Optional<InvitationRefusal> waiting(Invitation invitation, Instant now) {
        return switch (statusAt(invitation, now)) {
            case PENDING -> Optional.empty();
            case ACCEPTED -> Optional.of(InvitationRefusal.ALREADY_ACCEPTED);
            case DECLINED -> Optional.of(InvitationRefusal.ALREADY_DECLINED);
            case WITHDRAWN -> Optional.of(InvitationRefusal.ALREADY_WITHDRAWN);
            case LAPSED -> Optional.of(InvitationRefusal.ALREADY_LAPSED);
            case CHANGES_REQUESTED -> Optional.of(InvitationRefusal.CHANGES_WERE_REQUESTED);
        };
    }

    /** Asks whether the person may take the invitation back. */
    static Optional<InvitationRefusal> withdraw(Invitation invitation, Actor actor, Instant now) {
        return manage(actor, invitation.type())
                .or(() -> waiting(invitation, now)
                        .filter(refusal -> refusal != InvitationRefusal.CHANGES_WERE_REQUESTED));
    }

    /** Asks whether the person may make a new link, which kills the old one; a lapsed invitation lives again by it. */
    static Optional<InvitationRefusal> resend(Invitation invitation, Actor actor, Instant now) {
        return manage(actor, invitation.type())
                .or(() -> waiting(invitation, now).filter(refusal -> refusal != InvitationRefusal.ALREADY_LAPSED));
    }

    /** Asks whether the person may have the mail with the present link sent once more. */
    static Optional<InvitationRefusal> sendAgain(Invitation invitation, Actor actor, Instant now) {
        return manage(actor, invitation.type()).or(() -> waiting(invitation, now));
    }

    /** Asks whether the person may revise the offer now, whatever the new terms are. */
    static Optional<InvitationRefusal> mayRevise(Invitation invitation, Actor actor, Instant now) {
        return manage(actor, invitation.type()).or(() -> {
            Optional<InvitationRefusal> standing = waiting(invitation, now);
            return standing.isEmpty()
                    ? Optional.of(InvitationRefusal.NO_CHANGES_REQUESTED)
                    : standing.filter(refusal -> refusal != InvitationRefusal.CHANGES_WERE_REQUESTED);
        });
    }

    /**
     * Asks whether the person may offer these terms instead: they answer the terms that stand, and keep every rule of making
     * an offer.
     *
     * @return everything that is wrong with the terms, one refusal for each; or alone, whatever else is in the way
     */
    static Stream<InvitationRefusal> revise(
            Invitation invitation, Terms revised, Actor actor, Predicate<String> isRequestable, Instant now) {
        Optional<InvitationRefusal> refused = mayRevise(invitation, actor, now)
                .or(() -> unless(revised.version() == invitation.termsVersion(), InvitationRefusal.REVISION_STALE));
        return refused.isPresent()
                ? refused.stream()
                : offer(invitation.offer(revised), isRequestable, customer -> true); // it is not chosen anew
    }

    /** Asks whether what somebody offers instead once more is what the same person has made the offer already. */
    static Optional<InvitationRefusal> reviseAgain(Invitation invitation, Terms revised) {
        return unless(
                invitation.withItsRoles(revised).saysTheSameAs(invitation.terms()),
                InvitationRefusal.REVISED_OTHERWISE);
    }

    /** Asks whether time has run out for an invitation that nobody answered. */
    static Optional<InvitationRefusal> lapse(Invitation invitation, Instant now) {
        if (!invitation.status().canBecome(InvitationStatus.LAPSED)) {
            return waiting(invitation, now);
        }
        return unless(!now.isBefore(invitation.expiresAt()), InvitationRefusal.NOT_LAPSED_YET);
    }

    /** Asks whether the addressee is to be reminded of an invitation that waits. */
    static Optional<InvitationRefusal> remind(Invitation invitation, Instant now) {
        Instant due = invitation.remindAt();
        return waiting(invitation, now)
                .or(() -> unless(due != null && !now.isBefore(due), InvitationRefusal.NO_REMINDER_DUE));
    }

    /**
     * When the addressee is reminded next: at half of the life time and 24 hours before its end.
     *
     * @param after only a reminder later than this
     */
    static Optional<Instant> reminderAfter(Instant after, Instant sentAt, Instant expiresAt) {
        Instant half = sentAt.plus(Duration.between(sentAt, expiresAt).dividedBy(2));
        return Stream.of(half, expiresAt.minus(LAST_REMINDER))
                .sorted()
                .filter(reminder -> reminder.isAfter(sentAt) && reminder.isAfter(after))
                .findFirst();
    }

    /** Where the invitation stands at that time: lapsed by the clock, whatever jobs have run. */
    static InvitationStatus statusAt(Invitation invitation, Instant now) {
        return statusAt(invitation.status(), invitation.expiresAt(), now);
    }

    static InvitationStatus statusAt(InvitationStatus stored, Instant expiresAt, Instant now) {
        return stored.canBecome(InvitationStatus.LAPSED) && !now.isBefore(expiresAt) ? InvitationStatus.LAPSED : stored;
    }

    /**
     * Whether the person may see the invitation: the invited address, in the named customer where one is named, or a
     * colleague there who may see partner relationships.
     */
    static boolean maySee(Invitation invitation, Actor actor) {
        TenantId customer = invitation.customer();
        if (customer == null) {
            return isAddressee(invitation, actor);
        }
        return customer.equals(actor.tenant()) && (isAddressee(invitation, actor) || actor.maySeeRelationships());
    }

    /** Whether the customer's people are not at that address by their domain, so that somebody else there may have to answer. */
    static boolean isElsewhere(String email, String domain) {
        return !email.endsWith("@" + domain);
    }

    static boolean isAddressee(Invitation invitation, Actor actor) {
        return invitation.email().equals(actor.email());
    }

    /** Asks whether the person may answer at all, now: the ground of accepting and declining. */
    static Optional<InvitationRefusal> answer(
            Invitation invitation, Actor actor, Circumstances circumstances, Instant now) {
        return answer(invitation, actor, circumstances, waiting(invitation, now));
    }

    private static Optional<InvitationRefusal> answer(
            Invitation invitation, Actor actor, Circumstances circumstances, Optional<InvitationRefusal> over) {
        if (!maySee(invitation, actor)) {
            return Optional.of(InvitationRefusal.NOT_FOR_YOU);
        }
        if (over.isPresent()) {
            return over;
        }
        if (!circumstances.senderInUse()) {
            return Optional.of(InvitationRefusal.PARTNER_DISABLED);
        }
        if (invitation.partner().equals(actor.tenant())) {
            return Optional.of(InvitationRefusal.OWN_ORGANISATION);
        }
        return unless(
                RelationshipRules.mayManage(invitation.type(), actor), InvitationRefusal.NEEDS_BILLING_ADMINISTRATOR);
    }

    /** Asks whether the person could accept, before anything on the page is filled in. */
    static Optional<InvitationRefusal> mayAccept(
            Invitation invitation, Actor actor, Circumstances circumstances, Instant now) {
        Optional<InvitationRefusal> refused = answer(invitation, actor, circumstances, now);
        if (refused.isPresent()) {
            return refused;
        }
        if (circumstances.needsGlobalAdministrator() && !actor.holds(AdminRole.GLOBAL_ADMINISTRATOR)) {
            return Optional.of(InvitationRefusal.NEEDS_GLOBAL_ADMINISTRATOR);
        }
        return unless(
                circumstances.agreementAccepted() || actor.isAtLeastBillingAdministrator(),
                InvitationRefusal.AGREEMENT_NEEDS_BILLING_ADMINISTRATOR);
    }

    /** Asks whether exactly this may be accepted: the terms shown, no role added, no day added, the agreement read. */
    static Optional<InvitationRefusal> accept(
            Invitation invitation, Acceptance acceptance, Actor actor, Circumstances circumstances, Instant now) {
        Optional<InvitationRefusal> refused = mayAccept(invitation, actor, circumstances, now);
        if (refused.isPresent()) {
            return refused;
        }
        if (acceptance.termsVersion() != invitation.termsVersion()) {
            return Optional.of(InvitationRefusal.TERMS_STALE);
        }
        return granted(invitation, acceptance).or(() -> agreement(acceptance, circumstances));
    }

    private static Optional<InvitationRefusal> granted(Invitation invitation, Acceptance acceptance) {
        if (!invitation.roles().containsAll(acceptance.roles())) {
            return Optional.of(InvitationRefusal.ROLES_NOT_OFFERED);
        }
        if (invitation.type().takesRoles() && acceptance.roles().isEmpty()) {
            return Optional.of(InvitationRefusal.NO_ROLE_LEFT);
        }
        Integer offered = invitation.durationDays();
        Integer days = acceptance.durationDays();
        boolean within = offered == null ? days == null : days != null && days >= 1 && days <= offered;
        return unless(within, InvitationRefusal.DURATION_NOT_OFFERED);
    }

    private static Optional<InvitationRefusal> agreement(Acceptance acceptance, Circumstances circumstances) {
        if (circumstances.agreementAccepted()) {
            return Optional.empty();
        }
        if (!circumstances.agreement().equals(acceptance.agreement())) {
            return Optional.of(InvitationRefusal.AGREEMENT_STALE);
        }
        return unless(acceptance.read(), InvitationRefusal.AGREEMENT_NOT_READ);
    }

    /** Asks whether the person may decline at all: also while the partner thinks about changes, so that nobody is stuck. */
    static Optional<InvitationRefusal> mayDecline(
            Invitation invitation, Actor actor, Circumstances circumstances, Instant now) {
        return answer(
                invitation,
                actor,
                circumstances,
                waiting(invitation, now).filter(refusal -> refusal != InvitationRefusal.CHANGES_WERE_REQUESTED));
    }

    /** Asks whether the person may decline, with that reason. */
    static Optional<InvitationRefusal> decline(
            Invitation invitation, String reason, Actor actor, Circumstances circumstances, Instant now) {
        return mayDecline(invitation, actor, circumstances, now)
                .or(() -> text(
                        reason,
                        Offer.LONGEST_NOTE,
                        InvitationRefusal.REASON_TOO_LONG,
                        InvitationRefusal.REASON_MALFORMED));
    }

    /**
     * Asks whether the person may ask the partner for exactly these changes: whoever may answer may, on the terms shown, for
     * something that differs and that could be offered.
     *
     * @param isRequestable whether the catalogue knows a role and it may be newly requested
     * @return everything that is wrong with the proposal, one refusal for each; or alone, whatever else is in the way
     */
    static Stream<InvitationRefusal> requestChanges(
            Invitation invitation,
            Terms proposed,
            Actor actor,
            Circumstances circumstances,
            Predicate<String> isRequestable,
            Instant now) {
        Optional<InvitationRefusal> refused = answer(invitation, actor, circumstances, now)
                .or(() -> unless(proposed.version() == invitation.termsVersion(), InvitationRefusal.TERMS_STALE));
        if (refused.isPresent()) {
            return refused.stream();
        }
        Predicate<String> isOffered = invitation.roles()::contains; // a role may have gone from the catalogue since
        return Stream.concat(
                offer(invitation.offer(proposed), isOffered.or(isRequestable), customer -> true),
                unless(proposesSomething(invitation, proposed), InvitationRefusal.NOTHING_PROPOSED).stream());
    }

    /**
     * Asks whether what somebody proposes once more is what the same person has proposed already, as by a second click;
     * something else comes from a page that was left open.
     */
    static Optional<InvitationRefusal> proposeAgain(Invitation invitation, Terms proposed, Terms before) {
        boolean same = proposed.version() == before.version()
                && invitation.withItsRoles(proposed).saysTheSameAs(before);
        return unless(same, InvitationRefusal.PROPOSED_OTHERWISE);
    }

    private static boolean proposesSomething(Invitation invitation, Terms proposed) {
        boolean sameRoles = !invitation.type().takesRoles() || proposed.roles().equals(invitation.roles());
        boolean sameTime = Objects.equals(proposed.durationDays(), invitation.durationDays())
                && proposed.autoExtend() == invitation.autoExtend();
        return !sameRoles || !sameTime || !proposed.note().isEmpty();
    }

    /**
     * Asks whether somebody whom only the privileged roles keep from accepting may hand the invitation to a Global
     * Administrator.
     */
    static Optional<InvitationRefusal> mayAskApprover(
            Invitation invitation, Actor actor, Circumstances circumstances, Instant now) {
        Optional<InvitationRefusal> refused = mayAccept(invitation, actor, circumstances, now);
        return refused.isEmpty()
                ? Optional.of(InvitationRefusal.CAN_ANSWER_ALONE)
                : refused.filter(refusal -> refusal != InvitationRefusal.NEEDS_GLOBAL_ADMINISTRATOR);
    }

    /** Asks whether exactly this colleague may be asked. */
    static Optional<InvitationRefusal> askApprover(
            Invitation invitation, Actor approver, Actor actor, Circumstances circumstances, Instant now) {
        return mayAskApprover(invitation, actor, circumstances, now)
                .or(() -> unless(
                        approver.tenant().equals(actor.tenant()) && approver.holds(AdminRole.GLOBAL_ADMINISTRATOR),
                        InvitationRefusal.NOT_AN_APPROVER));
    }

    /** Asks whether the addressee, who can't answer alone, may hand the invitation to the colleagues who can. */
    static Optional<InvitationRefusal> askColleagues(
            Invitation invitation, Actor actor, Circumstances circumstances, Instant now) {
        Optional<InvitationRefusal> refused = mayAccept(invitation, actor, circumstances, now);
        if (refused.isEmpty()) {
            return Optional.of(InvitationRefusal.CAN_ANSWER_ALONE);
        }
        return refused.filter(refusal -> refusal.kind() != Refusal.Kind.NOT_ALLOWED
                || refusal == InvitationRefusal.NOT_FOR_YOU
                || refusal == InvitationRefusal.NEEDS_GLOBAL_ADMINISTRATOR); // one of them is asked by name
    }

    /** Asks whether somebody who may see a lapsed invitation may ask the partner for a new link. */
    static Optional<InvitationRefusal> askAgain(Invitation invitation, Actor actor, Instant now) {
        if (!maySee(invitation, actor)) {
            return Optional.of(InvitationRefusal.NOT_FOR_YOU);
        }
        return statusAt(invitation, now) == InvitationStatus.LAPSED
                ? Optional.empty()
                : waiting(invitation, now).or(() -> Optional.of(InvitationRefusal.NOT_LAPSED_YET));
    }

    private static Optional<InvitationRefusal> unless(boolean fine, InvitationRefusal refusal) {
        return fine ? Optional.empty() : Optional.of(refusal);
    }
}
