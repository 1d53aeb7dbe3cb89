package org.partnerportal.license;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.onbehalf.AdminCenter;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.Refusal;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.subscription.SubscriptionView;
import org.partnerportal.tenant.Person;

/** A licence in the hands of a person, worth something as long as its subscription is in use. */
@Entity
class License {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private UUID subscriptionId;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "customer_id"))
    private TenantId customer;

    private UUID accountId;
    private Instant assignedAt;

    @SuppressWarnings("NullAway.Init")
    protected License() {}

    /** Gives the person one of a subscription, which the caller holds. */
    License(AdminCenter center, Person person, SubscriptionView subscription, Instant now) {
        Optional<Refusal> refusal = LicenseRules.assign(center, person, subscription);
        refusal.ifPresent(reason -> {
            throw new RefusedException(reason);
        });
        this.id = Ids.next();
        this.subscriptionId = subscription.id();
        this.customer = subscription.customer();
        this.accountId = person.account();
        this.assignedAt = now;
    }
}
