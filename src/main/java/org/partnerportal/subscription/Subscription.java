package org.partnerportal.subscription;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Bilingual;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.Money;
import org.partnerportal.shared.Refusal;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.Who;
import org.partnerportal.software.SoftwareOffer;

/** Licences of one product, or a domain, that a customer has term by term. Whoever does something settles it first. */
@Entity
class Subscription {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private String reference;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "customer_id"))
    private TenantId customer;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "seller_id"))
    private @Nullable TenantId seller;

    @Enumerated(EnumType.STRING)
    private Product product;

    @Enumerated(EnumType.STRING)
    private Term term;

    private int quantity;
    private int paidQuantity;
    private String currency;
    private long price;
    private String domain;
    private @Nullable String domainHeld;
    private @Nullable UUID softwareId;

    @Embedded
    @AttributeOverride(name = "en", column = @Column(name = "title_en"))
    @AttributeOverride(name = "ja", column = @Column(name = "title_ja"))
    private Bilingual title;

    private Instant startedAt;
    private int terms;
    private Instant endsAt;
    private @Nullable Instant canceledAt;

    @Enumerated(EnumType.STRING)
    private @Nullable CancelReason cancelReason;

    private @Nullable Instant noticedEnd;
    private @Nullable Instant endedAt;
    private @Nullable Instant dueAt;

    @SuppressWarnings("NullAway.Init")
    protected Subscription() {}

    /** Buys what is ordered, of that offer. */
    Subscription(UUID id, Desk desk, Purchase purchase, Offer offer, boolean domainTaken, Instant now) {
        SoftwareOffer software = offer.software();
        refuse(SubscriptionRules.buy(desk, purchase.product(), software));
        refuse(SubscriptionRules.purchase(purchase, offer, domainTaken)
                .findFirst()
                .map(Refusal.class::cast));
        boolean isDomain = purchase.product().isDomain();
        this.id = id;
        this.reference = Ids.reference();
        this.customer = desk.customer().id();
        this.seller = software == null ? desk.seller() : software.vendor();
        this.product = purchase.product();
        this.term = Objects.requireNonNull(purchase.term());
        this.quantity = purchase.number();
        this.paidQuantity = quantity;
        Money each = offer.price(term);
        refuse(SubscriptionRules.price(purchase, each));
        this.currency = each.currency();
        this.price = each.minor();
        this.domain = isDomain ? purchase.domain() : "";
        this.domainHeld = isDomain ? purchase.domain() : null;
        this.softwareId = purchase.software();
        this.title = offer.title();
        this.startedAt = now;
        this.terms = 1;
        this.endsAt = term.end(now, terms);
        schedule();
    }

    UUID id() {
        return id;
    }

    TenantId customer() {
        return customer;
    }

    @Nullable
    TenantId seller() {
        return seller;
    }

    /** Whether it is a vendor's own product. */
    boolean isSoftware() {
        return product.isSoftware();
    }

    /** Whether nobody else can have the domain. */
    boolean holdsDomain() {
        return domainHeld != null;
    }

    boolean isDue(Instant now) {
        return dueAt != null && !dueAt.isAfter(now);
    }

    SubscriptionState state() {
        return new SubscriptionState(seller, product, term, quantity, startedAt, terms, canceledAt);
    }

    SubscriptionEvent.Facts facts() {
        return new SubscriptionEvent.Facts(
                id, reference, customer, seller, product, title, term, quantity, domain, endsAt);
    }

    /** What was bought, as its event. */
    SubscriptionEvent bought(Who who) {
        return new SubscriptionEvent.Bought(startedAt, who, facts(), wholeTerm(Charge.Reason.PURCHASE));
    }

    private Charge wholeTerm(Charge.Reason reason) {
        return new Charge(reason, quantity, price(), price().times(quantity), termStart(), endsAt);
    }

    private Money price() {
        return new Money(price, currency);
    }

    private Instant termStart() {
        return term.end(startedAt, terms - 1);
    }

    /** Writes down what time has done: every term that began meanwhile, each to be paid, or the end. */
    List<SubscriptionEvent> settle(Instant now) {
        List<SubscriptionEvent> events = new ArrayList<>();
        int reached = SubscriptionRules.terms(state(), now);
        while (terms < reached) {
            terms++;
            endsAt = term.end(startedAt, terms);
            paidQuantity = quantity;
            events.add(new SubscriptionEvent.Renewed(now, Who.PORTAL, facts(), wholeTerm(Charge.Reason.RENEWAL)));
        }
        if (endedAt == null && SubscriptionRules.status(state(), now) == SubscriptionStatus.ENDED) {
            endedAt = endsAt;
            domainHeld = null; // free for others
            events.add(new SubscriptionEvent.Ended(now, Who.PORTAL, facts()));
        }
        schedule();
        return events;
    }

    /** Tells that the year will be renewed soon, once for each year. */
    Optional<SubscriptionEvent> notice(Instant now) {
        boolean near = canceledAt == null
                && !endsAt.equals(noticedEnd)
                && SubscriptionRules.noticeAt(term, endsAt).stream().anyMatch(at -> !at.isAfter(now));
        if (!near) {
            return Optional.empty();
        }
        noticedEnd = endsAt;
        schedule();
        return Optional.of(new SubscriptionEvent.RenewsSoon(now, Who.PORTAL, facts()));
    }

    /**
     * Gives it that many licences. Fewer are worth nothing back; the number that the term was paid for can come back.
     *
     * @return what happened; nothing where it has that many, as the second click of two finds it
     */
    Optional<SubscriptionEvent> changeQuantity(
            Desk desk, int shown, int wanted, long assigned, boolean vendorThere, Instant now) {
        if (wanted == quantity) {
            refuse(SubscriptionRules.changeQuantity(desk, state(), now));
            return Optional.empty();
        }
        refuse(SubscriptionRules.changeQuantity(desk, state(), shown, wanted, assigned, vendorThere, now));
        Who who = desk.actor().who();
        quantity = wanted;
        if (wanted < shown) {
            return Optional.of(new SubscriptionEvent.Decreased(now, who, facts(), shown));
        }
        Charge charge = increase(wanted, now).orElse(null);
        paidQuantity = Math.max(paidQuantity, wanted);
        return Optional.of(new SubscriptionEvent.Increased(now, who, facts(), shown, charge));
    }

    /** What that many cost for the rest of the term, beyond what it was paid for; by the clock, settled or not. */
    Optional<Charge> increase(int wanted, Instant now) {
        int reached = SubscriptionRules.terms(state(), now);
        int more = wanted - (reached > terms ? quantity : paidQuantity); // a term that began was paid for what it had
        if (more <= 0) {
            return Optional.empty();
        }
        Instant from = term.end(startedAt, reached - 1);
        Instant to = term.end(startedAt, reached);
        Money amount = SubscriptionRules.prorated(price(), more, from, to, now);
        return Optional.of(new Charge(Charge.Reason.INCREASE, more, price(), amount, now, to));
    }

    /** Whether it is what was ordered. */
    boolean isOf(Purchase purchase) {
        return product == purchase.product()
                && Objects.equals(softwareId, purchase.software())
                && term == purchase.term()
                && quantity == purchase.number()
                && domain.equals(purchase.domain());
    }

    /** Lets it end with its term; nothing happens where that is so already. */
    Optional<SubscriptionEvent> cancel(Desk desk, Instant now) {
        refuse(SubscriptionRules.manage(desk, state(), now));
        return cancel(desk.actor().who(), CancelReason.CANCELED, now);
    }

    /** The same because the partner that sold it is no longer there to look after it. */
    Optional<SubscriptionEvent> loseSeller(Who who, Instant now) {
        return endedAt == null ? cancel(who, CancelReason.SELLER_LEFT, now) : Optional.empty();
    }

    private Optional<SubscriptionEvent> cancel(Who who, CancelReason reason, Instant now) {
        if (canceledAt != null) {
            return Optional.empty();
        }
        canceledAt = now;
        cancelReason = reason;
        schedule();
        return Optional.of(new SubscriptionEvent.Canceled(now, who, facts(), reason));
    }

    /** Lets it be renewed again; nothing happens where it is. */
    Optional<SubscriptionEvent> undoCancel(Desk desk, boolean vendorThere, Instant now) {
        refuse(SubscriptionRules.undoCancel(desk, state(), vendorThere, now));
        if (canceledAt == null) {
            return Optional.empty();
        }
        canceledAt = null;
        cancelReason = null;
        schedule();
        return Optional.of(new SubscriptionEvent.CancelUndone(now, desk.actor().who(), facts()));
    }

    private void schedule() {
        if (endedAt != null) {
            dueAt = null;
        } else if (canceledAt != null || endsAt.equals(noticedEnd)) {
            dueAt = endsAt;
        } else {
            dueAt = SubscriptionRules.noticeAt(term, endsAt).orElse(endsAt);
        }
    }

    /**
     * As its page shows it.
     *
     * @param sellerName what the partner is called that sold it, or null
     * @param assigned how many people hold a licence
     */
    SubscriptionView view(@Nullable String sellerName, long assigned, Instant now) {
        SubscriptionState state = state();
        return new SubscriptionView(
                id,
                reference,
                customer,
                seller,
                sellerName,
                product,
                title,
                term,
                quantity,
                paidQuantity,
                assigned,
                price(),
                domain,
                startedAt,
                SubscriptionRules.end(state, now),
                SubscriptionRules.status(state, now),
                canceledAt,
                cancelReason);
    }

    private static void refuse(Optional<Refusal> refusal) {
        refusal.ifPresent(reason -> {
            throw new RefusedException(reason);
        });
    }
}
