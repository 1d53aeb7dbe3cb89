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
import org.partnerportal.shared.TenantId;
import org.partnerportal.subscription.CancelReason;
import org.partnerportal.subscription.Product;
import org.partnerportal.subscription.SubscriptionEvent;

/** Something about a subscription that whoever looks after the bills is to know. It never changes. */
@Entity
class BillingNotification {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "customer_id"))
    private TenantId customer;

    private UUID subscriptionId;
    private String reference;
    private String kind;

    @Enumerated(EnumType.STRING)
    private Product product;

    @Embedded
    @AttributeOverride(name = "en", column = @Column(name = "title_en"))
    @AttributeOverride(name = "ja", column = @Column(name = "title_ja"))
    private Bilingual title;

    private String domain;
    private int quantity;
    private @Nullable Integer quantityBefore;
    private Instant endsAt;
    private String person;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "person_tenant_id"))
    private @Nullable TenantId personTenant;

    @Enumerated(EnumType.STRING)
    private @Nullable CancelReason cancelReason;

    private Instant at;

    @SuppressWarnings("NullAway.Init")
    protected BillingNotification() {}

    BillingNotification(SubscriptionEvent event) {
        SubscriptionEvent.Facts facts = event.subscription();
        this.id = Ids.next();
        this.customer = facts.customer();
        this.subscriptionId = facts.id();
        this.reference = facts.reference();
        this.kind = event.kind();
        this.product = facts.product();
        this.title = facts.title();
        this.domain = facts.domain();
        this.quantity = facts.quantity();
        this.quantityBefore = event.quantityBefore();
        this.endsAt = facts.endsAt();
        this.person = event.who().name();
        this.personTenant = event.who().tenant();
        this.cancelReason = event.cancelReason();
        this.at = event.at();
    }
}
