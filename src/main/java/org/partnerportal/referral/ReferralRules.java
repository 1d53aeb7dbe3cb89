package org.partnerportal.referral;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerportal.invitation.InvitationStatus;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.Side;
import org.partnerportal.shared.EmailAddress;
import org.partnerportal.shared.Languages;
import org.partnerportal.shared.PlainText;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantRules;

/** What a request must hold, who sees it, who does what with it, and what time does. */
final class ReferralRules {

    static final int LONGEST_LINE = 120;
    static final int LONGEST_PHONE = 40;
    static final int LONGEST_NEEDS = 4000;
    static final int LONGEST_MESSAGE = 1000;

    /** How long the link to confirm an address is good. */
    static final Duration LINK_LIFE = Duration.ofHours(48);

    /** After which the partner is reminded of a request that nobody has taken. */
    static final Duration REMINDED_AFTER = Duration.ofDays(14);

    /** After which a request that nobody has taken is over. */
    static final Duration EXPIRES_AFTER = Duration.ofDays(30);

    /** How long a request is kept whose address nobody has confirmed. */
    static final Duration UNCONFIRMED_KEPT = Duration.ofDays(30);

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private ReferralRules() {}

    /**
     * Asks whether a request is whole.
     *
     * @param offered the types of relationships that the partner offers
     * @return everything that is wrong, one refusal for each field, in the order of the form
     */
    static Stream<ReferralRefusal> request(ContactRequest request, Consent consent, Set<PartnerType> offered) {
        PartnerType type = request.type();
        return Stream.of(
                        needs(request.needs()),
                        unless(
                                request.typeKnown() && (type == null || offered.contains(type)),
                                ReferralRefusal.TYPE_NOT_OFFERED),
                        unless(
                                PlainText.isLine(request.organisation(), LONGEST_LINE),
                                ReferralRefusal.ORGANISATION_MALFORMED),
                        unless(COUNTRIES.contains(request.country()), ReferralRefusal.COUNTRY_UNKNOWN),
                        unless(PlainText.isLine(request.place(), LONGEST_LINE), ReferralRefusal.PLACE_MALFORMED),
                        unless(request.size() != null, ReferralRefusal.SIZE_MISSING),
                        unless(request.industry() != null, ReferralRefusal.INDUSTRY_MISSING),
                        unless(PlainText.isLine(request.name(), LONGEST_LINE), ReferralRefusal.NAME_MALFORMED),
                        unless(EmailAddress.isWellFormed(request.email()), ReferralRefusal.EMAIL_MALFORMED),
                        unless(isPhoneOrNone(request.phone()), ReferralRefusal.PHONE_MALFORMED),
                        unless(Languages.CODES.contains(request.language()), ReferralRefusal.LANGUAGE_UNKNOWN),
                        unless(consent.contact(), ReferralRefusal.CONTACT_NOT_AGREED),
                        unless(consent.share(), ReferralRefusal.SHARING_NOT_AGREED))
                .flatMap(Optional::stream);
    }

    private static Optional<ReferralRefusal> needs(String needs) {
        return unless(!needs.isEmpty(), ReferralRefusal.NEEDS_MISSING)
                .or(() -> unless(needs.length() <= LONGEST_NEEDS, ReferralRefusal.NEEDS_TOO_LONG))
                .or(() -> unless(PlainText.isText(needs, LONGEST_NEEDS), ReferralRefusal.NEEDS_MALFORMED));
    }

    private static boolean isPhoneOrNone(String phone) {
        return phone.isEmpty() || (phone.length() <= LONGEST_PHONE && TenantRules.isPhone(phone));
    }

    /** Asks whether that person may ask the partner, where a person is signed in. */
    static Optional<ReferralRefusal> send(TenantId partner, @Nullable Actor sender) {
        return unless(sender == null || !sender.tenant().equals(partner), ReferralRefusal.OWN_ORGANISATION);
    }

    /**
     * Asks whether the address of a request can be confirmed by its link now.
     *
     * @param listed whether people can find the partner
     */
    static Optional<ReferralRefusal> confirm(Referral referral, boolean listed, Instant now) {
        if (!listed) {
            return Optional.of(ReferralRefusal.NO_LONGER_LISTED);
        }
        return unless(now.isBefore(referral.createdAt().plus(LINK_LIFE)), ReferralRefusal.LINK_RUN_OUT);
    }

    /** Asks whether the person may see the requests to the own organisation, and answer them. */
    static Optional<ReferralRefusal> work(Actor actor) {
        return unless(actor.maySendInvitations(), ReferralRefusal.NEEDS_SALES_AGENT);
    }

    /** Whether the customer took it back. */
    static boolean isWithdrawn(@Nullable ReferralOutcome outcome, @Nullable Side closedBy) {
        return outcome == ReferralOutcome.LOST && closedBy == Side.CUSTOMER;
    }

    /** Whether time has ended a request that nobody took, whether a job has run or not. */
    static boolean isExpired(ReferralStatus stored, @Nullable Instant receivedAt, Instant now) {
        return stored == ReferralStatus.NEW && receivedAt != null && !now.isBefore(receivedAt.plus(EXPIRES_AFTER));
    }

    /** Where a request stands by the clock. */
    static ReferralStatus statusAt(ReferralStatus stored, @Nullable Instant receivedAt, Instant now) {
        return isExpired(stored, receivedAt, now) ? ReferralStatus.CLOSED : stored;
    }

    private static Optional<ReferralRefusal> open(Referral referral, Instant now) {
        if (isExpired(referral.status(), referral.receivedAt(), now) || referral.outcome() == ReferralOutcome.EXPIRED) {
            return Optional.of(ReferralRefusal.ALREADY_EXPIRED);
        }
        return unless(referral.status().isOpen(), ReferralRefusal.ALREADY_CLOSED);
    }

    /**
     * Asks whether the person may give the request to somebody.
     *
     * @param isAgent whether that one may look after requests
     * @param shownStale whether another has it than the page showed
     */
    static Optional<ReferralRefusal> assign(
            Referral referral, Actor actor, boolean isAgent, boolean shownStale, Instant now) {
        return work(actor)
                .or(() -> open(referral, now))
                .or(() -> unless(!shownStale, ReferralRefusal.ASSIGNED_MEANWHILE))
                .or(() -> unless(isAgent, ReferralRefusal.ASSIGNEE_UNKNOWN));
    }

    /**
     * Asks whether the person may invite the customer now; one invitation waits at a time.
     *
     * @param waits whether an earlier invitation because of it waits for its answer
     */
    static Optional<ReferralRefusal> invite(Referral referral, Actor actor, boolean waits, Instant now) {
        return work(actor).or(() -> undecided(referral, waits, now));
    }

    private static Optional<ReferralRefusal> undecided(Referral referral, boolean waits, Instant now) {
        return open(referral, now).or(() -> unless(!waits, ReferralRefusal.INVITATION_WAITS));
    }

    /** How the person may close a request as it stands: what nobody has taken can only be declined. */
    static Set<ReferralOutcome> outcomes(ReferralStatus status) {
        return switch (status) {
            case NEW -> EnumSet.of(ReferralOutcome.DECLINED);
            case ACTIVE -> EnumSet.of(ReferralOutcome.WON, ReferralOutcome.LOST, ReferralOutcome.DECLINED);
            case UNCONFIRMED, CLOSED -> EnumSet.noneOf(ReferralOutcome.class);
        };
    }

    /**
     * Asks whether the person may close the request, however it ended; an invitation that waits decides.
     *
     * @param waits whether an invitation because of it waits for its answer
     */
    static Optional<ReferralRefusal> mayClose(Referral referral, Actor actor, boolean waits, Instant now) {
        return work(actor).or(() -> undecided(referral, waits, now));
    }

    /**
     * Asks whether the person may close the request like that.
     *
     * @param waits whether an invitation because of it waits for its answer
     * @param outcome how it ended, or null where that is not said
     * @param message what is told to the customer; may be empty
     */
    static Optional<ReferralRefusal> close(
            Referral referral,
            Actor actor,
            boolean waits,
            @Nullable ReferralOutcome outcome,
            String message,
            Instant now) {
        return mayClose(referral, actor, waits, now)
                .or(() ->
                        unless(outcome != null && outcome != ReferralOutcome.EXPIRED, ReferralRefusal.OUTCOME_MISSING))
                .or(() -> unless(outcomes(referral.status()).contains(outcome), ReferralRefusal.NOT_TAKEN))
                .or(() -> unless(
                        message.isEmpty() || PlainText.isText(message, LONGEST_MESSAGE),
                        ReferralRefusal.MESSAGE_MALFORMED));
    }

    /** Asks whether the person may write something down for colleagues; also after the end. */
    static Optional<ReferralRefusal> note(Actor actor, String note) {
        return work(actor).or(() -> unless(PlainText.isText(note, LONGEST_MESSAGE), ReferralRefusal.NOTE_MALFORMED));
    }

    /** Whether the person sees every request of the own organisation, as those who see its relationships do. */
    static boolean seesAll(Actor actor) {
        return actor.maySeeRelationships();
    }

    /** Whether the person sees a request as one of the customer's people; nobody does before the address is proven. */
    static boolean maySee(Referral referral, Actor actor) {
        return referral.status() != ReferralStatus.UNCONFIRMED
                && (referral.email().equals(actor.email())
                        || (actor.tenant().equals(referral.customer()) && seesAll(actor)));
    }

    /**
     * Asks whether the person may take the request back for the customer.
     *
     * @param waits whether an invitation because of it waits for its answer, which decides
     */
    static Optional<ReferralRefusal> withdraw(Referral referral, Actor actor, boolean waits, Instant now) {
        boolean may = referral.email().equals(actor.email()) || actor.isAtLeastBillingAdministrator();
        return unless(may, ReferralRefusal.NOT_THE_SENDER).or(() -> undecided(referral, waits, now));
    }

    /**
     * Whether an invitation because of a request goes to whoever asked: to the same organisation, or while one of the two is
     * unknown to the same address. What others do whom the partner invites instead is no business of the sender's.
     *
     * @param email the invited address
     * @param customer the invited organisation, once known
     */
    static boolean isForSender(Referral referral, String email, @Nullable TenantId customer) {
        TenantId own = referral.customer();
        return own == null || customer == null ? referral.email().equals(email) : own.equals(customer);
    }

    /** Who has to act on an open invitation, by the clock, whatever jobs have run. */
    static InvitationTurn turn(InvitationStatus status, Instant expiresAt, Instant now) {
        if (!now.isBefore(expiresAt)) {
            return InvitationTurn.RUN_OUT;
        }
        return status == InvitationStatus.CHANGES_REQUESTED ? InvitationTurn.PARTNER : InvitationTurn.CUSTOMER;
    }

    /** How a request ended in the sender's eyes: that others work with the partner is nothing but an end. */
    static @Nullable ReferralOutcome shownToSender(
            @Nullable ReferralOutcome outcome, @Nullable Side closedBy, @Nullable UUID closedById) {
        boolean wonWithOthers = outcome == ReferralOutcome.WON && closedBy == Side.PARTNER && closedById == null;
        return wonWithOthers ? ReferralOutcome.LOST : outcome;
    }

    /** Asks whether the invitation of a request may come back to life: not beside another one. */
    static Optional<ReferralRefusal> resume(Referral referral) {
        return unless(referral.openInvitation() == null, ReferralRefusal.INVITATION_WAITS);
    }

    /** What time does next with a request, and when; empty where it does nothing more. */
    static Optional<Instant> dueAt(
            ReferralStatus status, Instant createdAt, @Nullable Instant receivedAt, boolean reminded) {
        return switch (status) {
            case UNCONFIRMED -> Optional.of(createdAt.plus(UNCONFIRMED_KEPT));
            case NEW ->
                Optional.ofNullable(receivedAt).map(since -> since.plus(reminded ? EXPIRES_AFTER : REMINDED_AFTER));
            case ACTIVE, CLOSED -> Optional.empty();
        };
    }

    private static Optional<ReferralRefusal> unless(boolean fine, ReferralRefusal refusal) {
        return fine ? Optional.empty() : Optional.of(refusal);
    }
}
