package org.partnerportal.referral;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerportal.invitation.InvitationService;
import org.partnerportal.limit.Limit;
import org.partnerportal.limit.Limits;
import org.partnerportal.listing.ListingService;
import org.partnerportal.listing.PublishedListing;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.PendingOffers;
import org.partnerportal.relationship.Side;
import org.partnerportal.shared.Due;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.Limited;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.Origin;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.Secrets;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.Who;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.Contact;
import org.partnerportal.tenant.TenantService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes customers' requests for contact, and what partners, customers and time do with them. */
@Service
@Transactional(readOnly = true)
public class ReferralService {

    static final int SENT_PAGE = 50;

    private final ReferralRepository referrals;
    private final ReferralStepRepository steps;
    private final ReferralSearch search;
    private final ListingService listings;
    private final InvitationService invitations;
    private final PendingOffers offers;
    private final TenantService tenants;
    private final Limits limits;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReferralService(
            ReferralRepository referrals,
            ReferralStepRepository steps,
            ReferralSearch search,
            ListingService listings,
            InvitationService invitations,
            PendingOffers offers,
            TenantService tenants,
            Limits limits,
            ApplicationEventPublisher events,
            Clock clock) {
        this.referrals = referrals;
        this.steps = steps;
        this.search = search;
        this.listings = listings;
        this.invitations = invitations;
        this.offers = offers;
        this.tenants = tenants;
        this.limits = limits;
        this.events = events;
        this.clock = clock;
    }

    // sending

    /** Whom a request goes to, as long as people can find that partner. */
    public PublishedListing listed(TenantId partner) {
        return listings.published(partner).orElseThrow(NotFoundException::new);
    }

    /** Whether the person may ask that partner, or why not. */
    public Optional<ReferralRefusal> maySend(TenantId partner, @Nullable Actor sender) {
        return ReferralRules.send(partner, sender);
    }

    /** Everything that is wrong with a request, for the form to show. */
    public List<ReferralRefusal> check(
            PublishedListing partner, @Nullable Actor sender, ContactRequest request, Consent consent) {
        return ReferralRules.request(
                        fromOwnAddress(request, sender),
                        consent,
                        partner.content().types())
                .toList();
    }

    /** Whether that very form has been sent, as the second click of two finds it. */
    public boolean isSent(TenantId partner, UUID id, ContactRequest request, @Nullable Actor sender) {
        ContactRequest own = fromOwnAddress(request, sender);
        return Stream.of(id, corrected(id, own))
                .flatMap(each -> referrals.findById(each).stream())
                .anyMatch(sent -> sent.isOf(partner, own));
    }

    /** Where a form was sent and then corrected, the id of what is sent anew: the same for the same words, sent twice or not. */
    private static UUID corrected(UUID form, ContactRequest request) {
        String words = Secrets.sha256(form + "\n" + String.join("\n", request.words()));
        long random = Long.parseUnsignedLong(words.substring(0, 16), 16);
        return new UUID(form.getMostSignificantBits(), Long.MIN_VALUE | (random >>> 2)); // still a UUID of its time
    }

    private static ContactRequest fromOwnAddress(ContactRequest request, @Nullable Actor sender) {
        return sender == null ? request : request.from(sender.email());
    }

    /** A limit, and whose uses it counts. */
    private record Counted(Limit limit, String subject) {}

    // always in this order, as each is locked when it is counted
    private static List<Counted> counted(
            TenantId partner, @Nullable Actor sender, ContactRequest request, Origin origin) {
        var network = new Counted(Limit.CONTACT_FROM_NETWORK, origin.network());
        if (sender == null) { // what nobody has confirmed does not reach the partner, and uses up nothing of it
            return List.of(network, new Counted(Limit.CONTACT_CONFIRMATIONS, request.email()));
        }
        return List.of(
                new Counted(Limit.CONTACT_OF_PARTNER, partner.toString()),
                network,
                new Counted(Limit.CONTACT_BY_ACCOUNT, sender.account().toString()));
    }

    /** The limit that keeps the request from being sent now, the one that lasts longest. */
    public Optional<Limited> reachedLimit(
            TenantId partner, @Nullable Actor sender, ContactRequest request, Origin origin) {
        Instant now = clock.instant();
        return counted(partner, sender, request, origin).stream()
                .flatMap(each -> limits.reached(each.limit(), each.subject(), now).stream())
                .max(Comparator.comparing(Limited::freeAt));
    }

    /**
     * Sends a request. Of somebody who is signed in it reaches the partner at once; else the address gets a link, and the
     * partner learns nothing before it is confirmed.
     *
     * @param id the id chosen with the form: sent twice, it is still one request
     */
    @Transactional
    public void send(
            TenantId partner, UUID id, @Nullable Actor sender, ContactRequest typed, Consent consent, Origin origin) {
        PublishedListing listing = listed(partner);
        refuse(maySend(partner, sender));
        refuse(check(listing, sender, typed, consent).stream().findFirst());
        Instant now = clock.instant();
        ContactRequest request = fromOwnAddress(typed, sender);
        UUID chosen = referrals.findById(id).isEmpty() ? id : corrected(id, request);
        UUID fresh = Ids.isFresh(id, now) ? chosen : Ids.next();
        if (sender == null) {
            String token = Secrets.token();
            Referral referral = referrals.save(new Referral(fresh, partner, request, Secrets.sha256(token), now));
            events.publishEvent(new ConfirmationAsked(
                    referral.id(),
                    partner,
                    request.email(),
                    request.language(),
                    "/contact/" + token,
                    now.plus(ReferralRules.LINK_LIFE)));
        } else {
            Referral referral = referrals.save(new Referral(fresh, partner, request, sender, now));
            add(referral, StepKind.SENT, sender.who(), now, "");
            events.publishEvent(new ReferralEvent.Received(now, sender.who(), referral.facts(), request.needs()));
        }
        for (Counted each : counted(partner, sender, request, origin)) {
            limits.use(each.limit(), each.subject(), now);
        }
    }

    /**
     * What a mailed link is for.
     *
     * @param partner whom the request asks
     * @param partnerName what that one is called
     * @param email the address to prove
     * @param confirmed whether it is proven
     * @param refusal why the link can't prove it any more, or null
     */
    public record Linked(
            TenantId partner,
            String partnerName,
            String email,
            boolean confirmed,
            @Nullable ReferralRefusal refusal) {}

    /** The request that a link is for, if there is one. */
    public Optional<Linked> linked(String token) {
        Instant now = clock.instant();
        return referrals.findByLinkSha256(Secrets.sha256(token)).map(referral -> {
            boolean confirmed = referral.status() != ReferralStatus.UNCONFIRMED;
            return new Linked(
                    referral.partner(),
                    tenants.tenant(referral.partner()).name(),
                    referral.email(),
                    confirmed,
                    confirmed
                            ? null
                            : ReferralRules.confirm(referral, isListed(referral), now)
                                    .orElse(null));
        });
    }

    private boolean isListed(Referral referral) {
        return listings.published(referral.partner()).isPresent();
    }

    /** Proves the address that a link was mailed to; the partner has the request from now on. */
    @Transactional
    public void confirm(String token) {
        Referral referral = referrals.lockByLink(Secrets.sha256(token)).orElseThrow(NotFoundException::new);
        if (referral.status() != ReferralStatus.UNCONFIRMED) {
            return; // the second click of two
        }
        Instant now = clock.instant();
        referral.confirm(isListed(referral), now);
        var typed = new Who(null, null, referral.name());
        add(referral, StepKind.SENT, typed, referral.createdAt(), "");
        add(referral, StepKind.CONFIRMED, typed, now, "");
        // nobody has proven the name, so the trail keeps it as a detail and not as the one who acted
        events.publishEvent(new ReferralEvent.Received(
                now, Who.PORTAL, referral.facts(), referral.view(now).needs()));
        limits.use(Limit.CONTACT_OF_PARTNER, referral.partner().toString(), now);
    }

    // the partner's side

    ReferralList received(Actor actor, ReferralFilter filter) {
        refuse(ReferralRules.work(actor));
        return search.find(actor, filter, clock.instant());
    }

    /** How many requests nobody has taken, for those who may. */
    public long countNew(Actor actor) {
        return ReferralRules.work(actor).isEmpty()
                ? referrals.countNew(actor.tenant(), clock.instant().minus(ReferralRules.EXPIRES_AFTER))
                : 0;
    }

    /**
     * A request as the partner sees it.
     *
     * @param referral the request
     * @param steps its time line, with what the customer does not see
     * @param people who can look after it
     * @param turn who has to act on the open invitation, or null where there is none
     * @param inviteType the type that an invitation begins with, as far as the person may send it; or null
     * @param inviteRefusal why the person can't invite the customer now, or null
     * @param closeRefusal why the person can't close it now, or null
     * @param outcomes how the person can close it
     */
    record Received(
            ReferralView referral,
            List<StepView> steps,
            List<Contact> people,
            @Nullable InvitationTurn turn,
            @Nullable PartnerType inviteType,
            @Nullable ReferralRefusal inviteRefusal,
            @Nullable ReferralRefusal closeRefusal,
            Set<ReferralOutcome> outcomes) {}

    /** One of the requests to the person's organisation. */
    Received receivedOne(Actor actor, UUID id) {
        refuse(ReferralRules.work(actor));
        Referral referral = referrals.ofPartner(actor.tenant(), id).orElseThrow(NotFoundException::new);
        Instant now = clock.instant();
        boolean waits = referrals.invitationWaits(actor.tenant(), id, now);
        ReferralView view = referral.view(now);
        return new Received(
                view,
                steps.of(id),
                tenants.sellers(actor.tenant()),
                open(referral).map(each -> turn(each, now)).orElse(null),
                invitations.maySend(actor, view.type()) ? view.type() : null,
                ReferralRules.invite(referral, actor, waits, now).orElse(null),
                ReferralRules.mayClose(referral, actor, waits, now).orElse(null),
                ReferralRules.outcomes(ReferralRules.statusAt(referral.status(), referral.receivedAt(), now)));
    }

    private Optional<ReferralRepository.Invited> open(Referral referral) {
        return Optional.ofNullable(referral.openInvitation())
                .map(invitation -> referrals.invitation(referral.partner(), invitation));
    }

    private static InvitationTurn turn(ReferralRepository.Invited invited, Instant now) {
        return ReferralRules.turn(invited.status(), invited.expiresAt(), now);
    }

    /**
     * Gives a request to one of the partner's people; the first time that makes it active.
     *
     * @param person the account of who is to have it
     * @param shown who had it when the page was shown, or null
     */
    @Transactional
    void assign(Actor actor, UUID id, @Nullable UUID person, @Nullable UUID shown) {
        refuse(ReferralRules.work(actor));
        Referral referral = lockReceived(actor, id);
        Contact assignee = tenants.sellers(actor.tenant()).stream()
                .filter(each -> each.account().equals(person))
                .findFirst()
                .orElse(null);
        if (referral.isAssignedTo(assignee)) {
            return; // the second click of two
        }
        Instant now = clock.instant();
        boolean first = referral.assign(actor, assignee, shown, now);
        UUID account = Objects.requireNonNull(assignee).account(); // else assigning had refused
        add(referral, first ? StepKind.TAKEN : StepKind.ASSIGNED, actor.who(), now, assignee.name());
        events.publishEvent(
                first
                        ? new ReferralEvent.Taken(now, actor.who(), referral.facts(), account, assignee.name())
                        : new ReferralEvent.Assigned(now, actor.who(), referral.facts(), account, assignee.name()));
    }

    /** Everything that is wrong with a note. */
    Optional<ReferralRefusal> checkNote(Actor actor, String note) {
        return ReferralRules.note(actor, note);
    }

    /**
     * Writes something down for colleagues; the customer never sees it.
     *
     * @param step the id chosen with the form: sent twice, it is still one note
     */
    @Transactional
    void note(Actor actor, UUID id, UUID step, String note) {
        refuse(ReferralRules.work(actor));
        Referral referral = lockReceived(actor, id);
        refuse(ReferralRules.note(actor, note));
        Instant now = clock.instant();
        if (!steps.existsById(step)) {
            UUID fresh = Ids.isFresh(step, now) ? step : Ids.next();
            steps.save(new ReferralStep(fresh, referral.id(), StepKind.NOTED, actor.who(), now, note, null));
        }
    }

    /** Why the person can't close the request like that now. */
    Optional<ReferralRefusal> checkClose(Actor actor, UUID id, @Nullable ReferralOutcome outcome, String message) {
        refuse(ReferralRules.work(actor));
        Referral referral = referrals.ofPartner(actor.tenant(), id).orElseThrow(NotFoundException::new);
        Instant now = clock.instant();
        boolean waits = referrals.invitationWaits(actor.tenant(), id, now);
        return referral.wasClosedBy(actor, outcome)
                ? Optional.empty()
                : ReferralRules.close(referral, actor, waits, outcome, message, now);
    }

    @Transactional
    void close(Actor actor, UUID id, @Nullable ReferralOutcome outcome, String message) {
        refuse(ReferralRules.work(actor));
        settle(referrals.openInvitation(actor.tenant(), id));
        Referral referral = lockReceived(actor, id);
        if (referral.wasClosedBy(actor, outcome)) {
            return; // the second click of two
        }
        Instant now = clock.instant();
        referral.close(actor, outcome, message, now);
        ReferralOutcome how = Objects.requireNonNull(outcome); // else closing had refused
        add(referral, StepKind.of(how), actor.who(), now, message);
        ReferralFacts facts = referral.facts();
        events.publishEvent(
                switch (how) {
                    case WON -> new ReferralEvent.Won(now, actor.who(), facts, message, false);
                    case LOST -> new ReferralEvent.Lost(now, actor.who(), facts, message);
                    case DECLINED -> new ReferralEvent.Declined(now, actor.who(), facts, message);
                    case EXPIRED -> new ReferralEvent.Expired(now, actor.who(), facts);
                });
    }

    private Referral lockReceived(Actor actor, UUID id) {
        return referrals.lockOfPartner(actor.tenant(), id).orElseThrow(NotFoundException::new);
    }

    /** Lets an invitation whose time has run out stand in nobody's way, whatever jobs have run; it is locked first. */
    private void settle(Optional<UUID> open) {
        open.ifPresent(invitation -> invitations.lapse(List.of(invitation)));
    }

    // the customer's side

    /**
     * One page of what the person, or the person's organisation, has asked.
     *
     * @param lines the lines, newest first
     * @param next the request before which the next page begins, or null on the last
     */
    public record SentList(List<SentLine> lines, @Nullable UUID next) {}

    /**
     * A request as the customer's list shows it, with where it stands by the clock.
     *
     * @param turn who has to act on the sender's open invitation, or null where there is none
     */
    public record SentLine(
            UUID id,
            String reference,
            String partnerName,
            String sender,
            ReferralStatus status,
            @Nullable ReferralOutcome outcome,
            boolean withdrawn,
            @Nullable InvitationTurn turn,
            Instant createdAt) {}

    /** What was sent from the person's address, and what the organisation asked where the person may see that. */
    public SentList sent(Actor actor, @Nullable UUID before) {
        Instant now = clock.instant();
        List<ReferralRepository.Sent> found = referrals.sent(
                actor.tenant(),
                actor.email(),
                ReferralRules.seesAll(actor),
                before == null ? Ids.LAST : before,
                org.springframework.data.domain.Limit.of(SENT_PAGE + 1));
        boolean more = found.size() > SENT_PAGE;
        List<ReferralRepository.Sent> shown = more ? found.subList(0, SENT_PAGE) : found;
        return new SentList(
                shown.stream().map(row -> line(row, now)).toList(),
                more ? shown.get(SENT_PAGE - 1).id() : null);
    }

    private static SentLine line(ReferralRepository.Sent row, Instant now) {
        boolean expired = ReferralRules.isExpired(row.status(), row.receivedAt(), now);
        return new SentLine(
                row.id(),
                row.reference(),
                row.partnerName(),
                row.sender(),
                ReferralRules.statusAt(row.status(), row.receivedAt(), now),
                expired
                        ? ReferralOutcome.EXPIRED
                        : ReferralRules.shownToSender(row.outcome(), row.closedBy(), row.closedById()),
                row.closedBy() == Side.CUSTOMER && row.outcome() == ReferralOutcome.LOST,
                row.invitation() == null
                        ? null
                        : ReferralRules.turn(row.invitation(), Objects.requireNonNull(row.invitationExpiresAt()), now),
                row.createdAt());
    }

    /** How many of these are open. */
    public long countOpen(Actor actor) {
        Instant since = clock.instant().minus(ReferralRules.EXPIRES_AFTER);
        return referrals.countOpen(actor.tenant(), actor.email(), ReferralRules.seesAll(actor), since);
    }

    /**
     * A request as the customer sees it.
     *
     * @param referral the request
     * @param partnerName whom it asks
     * @param steps its time line, as far as the customer sees it
     * @param turn who has to act on the sender's open invitation, or null where there is none
     * @param invitation the invitation that the person can answer now, or null
     * @param withdrawRefusal why the person can't take it back now, or null
     */
    public record SentOne(
            ReferralView referral,
            String partnerName,
            List<StepView> steps,
            @Nullable InvitationTurn turn,
            @Nullable UUID invitation,
            @Nullable ReferralRefusal withdrawRefusal) {}

    /** One of the requests of the person or the person's organisation. */
    public SentOne sentOne(Actor actor, UUID id) {
        Referral referral = visible(actor, referrals.findById(id));
        Instant now = clock.instant();
        Set<UUID> own = toSender(referral);
        UUID open = referral.openInvitation() != null && own.contains(referral.openInvitation())
                ? referral.openInvitation()
                : null;
        boolean waits = open != null && referrals.invitationWaits(referral.partner(), id, now);
        boolean mayAnswer = open != null
                && offers.waitingFor(actor).stream()
                        .anyMatch(offer -> offer.invitation().equals(open));
        return new SentOne(
                referral.sentView(open, now),
                tenants.tenant(referral.partner()).name(),
                steps.of(id).stream().filter(step -> step.isShared(own)).toList(),
                open == null
                        ? null
                        : open(referral).map(each -> turn(each, now)).orElse(null),
                mayAnswer ? open : null,
                ReferralRules.withdraw(referral, actor, waits, now).orElse(null));
    }

    private Set<UUID> toSender(Referral referral) {
        return referrals.invitations(referral.partner(), referral.id()).stream()
                .filter(each -> ReferralRules.isForSender(referral, each.email(), each.customer()))
                .map(ReferralRepository.Invited::id)
                .collect(Collectors.toSet());
    }

    /** Takes a request back for the customer. */
    @Transactional
    public void withdraw(Actor actor, UUID id) {
        settle(referrals.openInvitation(actor.tenant(), actor.email(), ReferralRules.seesAll(actor), id));
        Referral referral = visible(actor, referrals.lock(id));
        if (referral.wasClosedBy(actor, ReferralOutcome.LOST)) {
            return; // the second click of two
        }
        Instant now = clock.instant();
        UUID open = referral.openInvitation();
        referral.withdraw(actor, open != null && toSender(referral).contains(open), now);
        add(referral, StepKind.WITHDRAWN, actor.who(), now, "");
        events.publishEvent(new ReferralEvent.Withdrawn(now, actor.who(), referral.facts()));
    }

    private static Referral visible(Actor actor, Optional<Referral> referral) {
        return referral.filter(found -> ReferralRules.maySee(found, actor)).orElseThrow(NotFoundException::new);
    }

    // the clock's side

    /** Some of the requests with which time has something to do, behind that one. */
    List<Due> due(Due after, int most) {
        return referrals.due(clock.instant(), after.at(), after.id(), org.springframework.data.domain.Limit.of(most));
    }

    /** Does with these what is due, each with its latest step only: of what was missed meanwhile nothing is made up for. */
    @Transactional
    void takeSteps(List<UUID> ids) {
        Instant now = clock.instant();
        ids.stream()
                .flatMap(id -> referrals.lock(id).stream())
                .filter(referral -> isDue(referral, now))
                .forEach(referral -> takeStep(referral, now));
    }

    private static boolean isDue(Referral referral, Instant now) {
        return Stream.ofNullable(referral.dueAt()).anyMatch(due -> !due.isAfter(now));
    }

    private void takeStep(Referral referral, Instant now) {
        if (referral.status() == ReferralStatus.UNCONFIRMED) {
            referrals.delete(referral); // nobody stands by what it holds
        } else if (ReferralRules.isExpired(referral.status(), referral.receivedAt(), now)) {
            referral.expire(now);
            add(referral, StepKind.EXPIRED, Who.PORTAL, now, "");
            events.publishEvent(new ReferralEvent.Expired(now, Who.PORTAL, referral.facts()));
        } else {
            referral.remind();
            add(referral, StepKind.REMINDED, Who.PORTAL, now, "");
            events.publishEvent(new ReferralEvent.Reminded(now, Who.PORTAL, referral.facts()));
        }
    }

    private void add(Referral referral, StepKind kind, Who who, Instant now, String text) {
        steps.save(new ReferralStep(Ids.next(), referral.id(), kind, who, now, text, null));
    }

    private static void refuse(Optional<ReferralRefusal> refusal) {
        refusal.ifPresent(reason -> {
            throw new RefusedException(reason);
        });
    }
}
