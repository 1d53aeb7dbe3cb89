package org.partnerportal.referral;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerportal.limit.Limit;
import org.partnerportal.limit.Limits;
import org.partnerportal.listing.ListingService;
import org.partnerportal.listing.PublishedListing;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.Limited;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.Origin;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.Secrets;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.Who;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes requests for contact, up to the partner: written, confirmed, delivered. */
@Service
@Transactional(readOnly = true)
public class ReferralService {

    private final ReferralRepository referrals;
    private final ReferralStepRepository steps;
    private final ListingService listings;
    private final TenantService tenants;
    private final Limits limits;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReferralService(
            ReferralRepository referrals,
            ReferralStepRepository steps,
            ListingService listings,
            TenantService tenants,
            Limits limits,
            ApplicationEventPublisher events,
            Clock clock) {
        this.referrals = referrals;
        this.steps = steps;
        this.listings = listings;
        this.tenants = tenants;
        this.limits = limits;
        this.events = events;
        this.clock = clock;
    }

    /** Whom a request goes to, as long as people can find that partner. */
    public PublishedListing listed(TenantId partner) {
        return find(partner).orElseThrow(NotFoundException::new);
    }

    /** The same; empty where nobody finds that partner now. */
    public Optional<PublishedListing> find(TenantId partner) {
        return listings.published(partner);
    }

    /** Whether the person may ask that partner, or why not. */
    public Optional<ReferralRefusal> maySend(TenantId partner, @Nullable Actor sender) {
        return ReferralRules.send(partner, sender);
    }

    /** Whether the partner has anybody here who could answer. */
    public boolean isAnswered(TenantId partner) {
        return !tenants.sellers(partner).isEmpty();
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
        return unsent(partner, id, fromOwnAddress(request, sender)).isEmpty();
    }

    /** The id that the words of a form are sent under, or none where they have been: what was corrected is sent anew. */
    private Optional<UUID> unsent(TenantId partner, UUID form, ContactRequest own) {
        Optional<Referral> first = referrals.findById(form);
        if (first.isEmpty()) {
            return Optional.of(form);
        }
        UUID next = Ids.corrected(
                form,
                Stream.concat(Stream.of(partner.toString()), own.words().stream())
                        .toList());
        return first.get().isOf(partner, own) || referrals.findById(next).isPresent()
                ? Optional.empty()
                : Optional.of(next);
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
        Optional<UUID> unsent = unsent(partner, id, request);
        if (unsent.isEmpty()) {
            return; // the second click of two
        }
        UUID fresh = Ids.isFresh(id, now) ? unsent.get() : Ids.next();
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
            steps.add(referral, StepKind.SENT, sender.who(), now, "");
            events.publishEvent(new ReferralEvent.Received(now, sender.who(), referral.facts(), referral.view(now)));
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
     * @param request what is to be confirmed
     * @param confirmed whether it is proven
     * @param refusal why the link can't prove it any more, or null
     */
    public record Linked(
            TenantId partner,
            String partnerName,
            ReferralView request,
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
                    referral.view(now),
                    confirmed,
                    confirmed
                            ? null
                            : ReferralRules.confirm(
                                            referral, find(referral.partner()).isPresent(), now)
                                    .orElse(null));
        });
    }

    /** Proves the address that a link was mailed to; the partner has the request from now on. */
    @Transactional
    public void confirm(String token) {
        Referral referral = referrals.lockByLink(Secrets.sha256(token)).orElseThrow(NotFoundException::new);
        if (referral.status() != ReferralStatus.UNCONFIRMED) {
            return; // the second click of two
        }
        Instant now = clock.instant();
        referral.confirm(find(referral.partner()).isPresent(), now);
        var typed = new Who(null, null, referral.name());
        steps.add(referral, StepKind.SENT, typed, referral.createdAt(), "");
        steps.add(referral, StepKind.CONFIRMED, typed, now, "");
        // nobody has proven the name, so the trail keeps it as a detail and not as the one who acted
        events.publishEvent(new ReferralEvent.Received(now, Who.PORTAL, referral.facts(), referral.view(now)));
        limits.use(Limit.CONTACT_OF_PARTNER, referral.partner().toString(), now);
    }

    private static void refuse(Optional<ReferralRefusal> refusal) {
        refusal.ifPresent(reason -> {
            throw new RefusedException(reason);
        });
    }
}
