package org.partnerportal.invoice;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Bilingual;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.Money;
import org.partnerportal.shared.TenantId;
import org.partnerportal.subscription.Charge;
import org.partnerportal.subscription.Product;
import org.partnerportal.subscription.SubscriptionEvent;
import org.partnerportal.subscription.Term;

/** What a customer has to pay for one purchase, increase or renewal. It never changes, and keeps the names of its day. */
@Entity
class Invoice {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private String number;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "customer_id"))
    private TenantId customer;

    private String customerName;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "seller_id"))
    private @Nullable TenantId seller;

    private String sellerName;
    private UUID subscriptionId;
    private String subscriptionReference;

    @Enumerated(EnumType.STRING)
    private Charge.Reason reason;

    @Enumerated(EnumType.STRING)
    private Product product;

    @Embedded
    @AttributeOverride(name = "en", column = @Column(name = "title_en"))
    @AttributeOverride(name = "ja", column = @Column(name = "title_ja"))
    private Bilingual title;

    @Enumerated(EnumType.STRING)
    private Term term;

    private String domain;
    private int quantity;
    private String currency;
    private long price;
    private long amount;
    private Instant periodFrom;
    private Instant periodTo;
    private Instant issuedAt;

    @SuppressWarnings("NullAway.Init")
    protected Invoice() {}

    /**
     * Bills what happened to a subscription.
     *
     * @param sellerName who sells; empty for the portal itself where nobody runs it yet
     */
    Invoice(SubscriptionEvent event, Charge charge, String customerName, String sellerName) {
        SubscriptionEvent.Facts facts = event.subscription();
        this.id = Ids.next();
        this.number = Ids.reference();
        this.customer = facts.customer();
        this.customerName = customerName;
        this.seller = facts.seller();
        this.sellerName = sellerName;
        this.subscriptionId = facts.id();
        this.subscriptionReference = facts.reference();
        this.reason = charge.reason();
        this.product = facts.product();
        this.title = facts.title();
        this.term = facts.term();
        this.domain = facts.domain();
        this.quantity = charge.quantity();
        this.currency = charge.amount().currency();
        this.price = charge.price().minor();
        this.amount = charge.amount().minor();
        this.periodFrom = charge.from();
        this.periodTo = charge.to();
        this.issuedAt = event.at();
    }

    InvoiceView view() {
        return new InvoiceView(
                id,
                number,
                customer,
                customerName,
                seller,
                sellerName,
                subscriptionId,
                subscriptionReference,
                reason,
                product,
                title,
                term,
                domain,
                quantity,
                new Money(price, currency),
                new Money(amount, currency),
                periodFrom,
                periodTo,
                issuedAt);
    }
}
