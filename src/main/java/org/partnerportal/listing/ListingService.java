package org.partnerportal.listing;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.Secrets;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantService;
import org.partnerportal.tenant.TenantView;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what partners say of themselves, has it approved, and tells what can be found now. */
@Service
@Transactional(readOnly = true)
public class ListingService {

    private final ListingRepository listings;
    private final TenantService tenants;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ListingService(ListingRepository listings, TenantService tenants, ApplicationEventPublisher events, Clock clock) {
        this.listings = listings;
        this.tenants = tenants;
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
        Map<TenantId, TenantView> organisations = tenants.tenants(partners);
        return listings.shown(partners).stream()
                .flatMap(row -> published(row, Objects.requireNonNull(organisations.get(row.partner()))).stream())
                .toList();
    }

    /** Some of the partners with a listing that is to be seen, behind that one, in the order of their ids. */
    public List<TenantId> shown(TenantId after, int most) {
        return listings.shown(after.value(), Limit.of(most)).stream()
                .map(TenantId::new)
                .toList();
    }

    private static Optional<PublishedListing> published(ShownRow row, TenantView tenant) {
        return tenant.active()
                ? Optional.of(new PublishedListing(
                        row.partner(),
                        tenant.name(),
                        tenant.domain(),
                        tenant.country(),
                        row.listedSince(),
                        row.published()))
                : Optional.empty();
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

    /** Everything that keeps the person from keeping that as a draft. */
    Stream<ListingRules.Flaw> check(ListingContent content) {
        return ListingRules.checkDraft(content);
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
        listing.submit(actor, shown, now);
        events.publishEvent(new ListingEvent.Submitted(now, actor.who(), actor.tenant()));
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
        Listing listing = lock(partner);
        ListingContent waiting = listing.draft();
        Instant now = clock.instant();
        listing.approve(operator, tenants.tenant(partner).active(), shown, now);
        String sha256 = Secrets.sha256(ListingContentConverter.json(Objects.requireNonNull(waiting)));
        events.publishEvent(new ListingEvent.Approved(now, operator.who(), partner, sha256, listing.submittedBy()));
    }

    /** Sends the text that waits back to the partner, who is told why. */
    @Transactional
    public void giveBack(Actor operator, TenantId partner, long shown, String reason) {
        Listing listing = lock(partner);
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
