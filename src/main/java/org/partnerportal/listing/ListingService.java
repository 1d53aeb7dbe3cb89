package org.partnerportal.listing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.Refusal;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.Secrets;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.DemoData;
import org.partnerportal.tenant.TenantRules;
import org.partnerportal.tenant.TenantService;
import org.partnerportal.tenant.TenantView;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what partners say of themselves, has it approved, and tells what can be found now. */
@Service
@Transactional(readOnly = true)
public class ListingService {

    /** For how long one mail to the operators stands for everything that waits. */
    private static final Duration TOLD = Duration.ofDays(1);

    private final ListingRepository listings;
    private final ListingSearch search;
    private final MessageSource messages;
    private final TenantService tenants;
    private final DemoData demoData;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ListingService(
            ListingRepository listings,
            ListingSearch search,
            MessageSource messages,
            TenantService tenants,
            DemoData demoData,
            ApplicationEventPublisher events,
            Clock clock) {
        this.listings = listings;
        this.search = search;
        this.messages = messages;
        this.tenants = tenants;
        this.demoData = demoData;
        this.events = events;
        this.clock = clock;
    }

    /** What people can find of the partner now; empty when it is not listed, hidden, blocked or switched off. */
    public Optional<PublishedListing> published(TenantId partner) {
        return published(List.of(partner)).stream().findFirst();
    }

    /** The same of several partners; in any order, and without those that nobody can find. */
    public List<PublishedListing> published(Collection<TenantId> partners) {
        if (partners.isEmpty()) {
            return List.of();
        }
        Map<TenantId, TenantView> organisations = tenants.shown(partners);
        return listings.shown(partners).stream()
                .flatMap(row ->
                        Stream.ofNullable(organisations.get(row.partner())).map(tenant -> published(row, tenant)))
                .toList();
    }

    /** Some of the partners with a listing that is to be seen, behind that one, in the order of their ids. */
    public List<TenantId> shown(TenantId after, int most) {
        return listings.shown(after.value(), Limit.of(most)).stream()
                .map(TenantId::new)
                .toList();
    }

    private static PublishedListing published(ListingRepository.Shown row, TenantView tenant) {
        return new PublishedListing(
                row.partner(), tenant.name(), tenant.domain(), tenant.country(), row.listedSince(), row.published());
    }

    /** What a reader of that language sees of it: templates show it by {@code listing/parts :: profile(profile)}. */
    public ListingProfile profile(PublishedListing listing, Locale reader) {
        return profile(
                listing.name(), listing.domain(), listing.country(), listing.listedSince(), listing.content(), reader);
    }

    /** What a reader of that language would see of a text that waits or is still written. */
    ListingProfile preview(TenantView partner, @Nullable Instant listedSince, ListingContent content, Locale reader) {
        return profile(partner.name(), partner.domain(), partner.country(), listedSince, content, reader);
    }

    private ListingProfile profile(
            String organisation,
            String domain,
            String country,
            @Nullable Instant listedSince,
            ListingContent content,
            Locale reader) {
        UnaryOperator<String> words = key -> messages.getMessage(key, null, reader);
        return new ListingProfile(organisation, domain, country, listedSince, content, reader, words);
    }

    /** What the own listing needs from the person, if it needs anything. */
    public Optional<ListingNeed> need(Actor actor) {
        return ListingRules.write(actor).isPresent() ? Optional.empty() : ListingRules.need(actor, own(actor));
    }

    /** How the own listing stands; with nothing in it before anything was written. */
    ListingState own(Actor actor) {
        if (!ListingRules.maySee(actor)) {
            throw new NotFoundException();
        }
        return listings.findById(actor.tenant())
                .orElseGet(() -> new Listing(actor.tenant()))
                .state();
    }

    /** The own listing as its pages show it. */
    ListingView view(Actor actor) {
        ListingState state = own(actor);
        ListingContent draft = state.draft();
        ListingRefusal refusal = ListingRules.write(actor).orElse(null);
        return new ListingView(
                state,
                tenants.tenant(actor.tenant()),
                state.latest(),
                draft == null ? List.of() : ListingRules.check(draft).toList(),
                refusal,
                refusal == null ? List.of() : tenants.adminAgents(actor.tenant()));
    }

    /** The own listing for somebody who may change it; others are refused. */
    ListingView viewToWrite(Actor actor) {
        ListingView view = view(actor);
        refuse(view.refusal());
        return view;
    }

    /** What the form begins with: the latest text, or what the portal knows of the partner before anything was written. */
    ListingContent beginning(Actor actor, ListingView view) {
        return view.latest() == null ? ListingContent.of(tenants.partner(actor.tenant())) : view.latest();
    }

    /** The listings for the operator, by a fixed number of statements. */
    ListingList list(Actor operator, ListingFilter filter) {
        refuse(TenantRules.operate(operator).orElse(null));
        return search.find(filter);
    }

    /** How many texts wait for the operator. */
    public long countWaiting(Actor operator) {
        refuse(TenantRules.operate(operator).orElse(null));
        return listings.countWaiting(demoData.isOn());
    }

    /** One partner's listing for the operator. */
    ListingCase find(Actor operator, TenantId partner) {
        refuse(TenantRules.operate(operator).orElse(null));
        ListingState state = listings.findById(partner)
                .map(Listing::state)
                .filter(ListingRules::concernsOperator)
                .orElseThrow(NotFoundException::new);
        TenantView organisation = tenants.tenant(partner);
        boolean waits = state.draftState() == DraftState.SUBMITTED;
        Refusal refusal = waits
                ? ListingRules.approve(
                                operator, organisation.active(), state.draftState(), state.revision(), state.revision())
                        .orElse(null)
                : null;
        return new ListingCase(state, organisation, waits ? state.draft() : null, refusal);
    }

    /**
     * Keeps a draft; the same twice changes nothing.
     *
     * @param shown the revision that the page showed
     */
    @Transactional
    public void keep(Actor actor, long shown, ListingContent content) {
        Listing listing = lockOwn(actor);
        if (!content.equals(listing.draft())) {
            listing.keep(actor, shown, content, clock.instant());
        }
    }

    @Transactional
    public void submit(Actor actor, long shown) {
        Listing listing = lockOwn(actor);
        if (listing.state().draftState() == DraftState.SUBMITTED
                && ListingRules.write(actor).isEmpty()) {
            return; // the second click of two
        }
        Instant now = clock.instant();
        boolean waited = ListingRules.isTakenBack(listing.state()) || listings.countWaiting(demoData.isOn()) > 0;
        boolean tell = !waited || !listings.existsTold(now.minus(TOLD), demoData.isOn());
        listing.submit(actor, shown, now);
        if (tell) {
            listing.tellOperators(now);
        }
        events.publishEvent(new ListingEvent.Submitted(now, actor.who(), actor.tenant(), tell));
    }

    @Transactional
    public void discard(Actor actor, long shown) {
        Listing listing = lockOwn(actor);
        if (listing.draft() != null) {
            listing.discard(actor, shown);
        }
    }

    @Transactional
    public void hide(Actor actor) {
        Listing listing = lockOwn(actor);
        boolean changes = !listing.isHidden();
        listing.hide(actor);
        if (changes) {
            events.publishEvent(new ListingEvent.Hidden(clock.instant(), actor.who(), actor.tenant()));
        }
    }

    @Transactional
    public void show(Actor actor) {
        Listing listing = lockOwn(actor);
        boolean changes = listing.isHidden();
        listing.show(actor);
        if (changes) {
            events.publishEvent(new ListingEvent.Shown(clock.instant(), actor.who(), actor.tenant()));
        }
    }

    /** Puts the text that waits into the directory. */
    @Transactional
    public void approve(Actor operator, TenantId partner, long shown) {
        refuse(TenantRules.operate(operator).orElse(null));
        Listing listing = lock(partner);
        if (ListingRules.isApproved(listing.state(), shown)) {
            return; // the second click of two
        }
        ListingContent waiting = listing.draft();
        Instant now = clock.instant();
        listing.approve(operator, tenants.tenant(partner).active(), shown, now);
        String sha256 = Secrets.sha256(ListingContentConverter.json(Objects.requireNonNull(waiting)));
        events.publishEvent(new ListingEvent.Approved(now, operator.who(), partner, sha256, listing.submittedBy()));
    }

    /** Sends the text that waits back to the partner, who is told why. */
    @Transactional
    public void giveBack(Actor operator, TenantId partner, long shown, String reason) {
        refuse(TenantRules.operate(operator).orElse(null));
        Listing listing = lock(partner);
        if (ListingRules.isGivenBack(listing.state(), shown)) {
            return; // the second click of two
        }
        listing.giveBack(operator, shown, reason);
        events.publishEvent(
                new ListingEvent.Returned(clock.instant(), operator.who(), partner, reason, listing.submittedBy()));
    }

    /** Takes the listing out of the directory at once. */
    @Transactional
    public void block(Actor operator, TenantId partner, String reason) {
        Listing listing = lock(partner);
        boolean changes = !listing.isBlocked();
        listing.block(operator, reason);
        if (changes) {
            events.publishEvent(new ListingEvent.Blocked(clock.instant(), operator.who(), partner, reason));
        }
    }

    @Transactional
    public void unblock(Actor operator, TenantId partner) {
        Listing listing = lock(partner);
        boolean changes = listing.isBlocked();
        listing.unblock(operator);
        if (changes) {
            events.publishEvent(new ListingEvent.Unblocked(clock.instant(), operator.who(), partner));
        }
    }

    private static void refuse(@Nullable Refusal refusal) {
        if (refusal != null) {
            throw new RefusedException(refusal);
        }
    }

    private Listing lock(TenantId partner) {
        return listings.lock(partner).orElseThrow(NotFoundException::new);
    }

    /** The own listing, made where there is none; whoever makes it first is waited for. */
    private Listing lockOwn(Actor actor) {
        if (!ListingRules.maySee(actor)) {
            throw new NotFoundException();
        }
        tenants.lockPartner(actor.tenant());
        return listings.lock(actor.tenant()).orElseGet(() -> listings.save(new Listing(actor.tenant())));
    }
}
