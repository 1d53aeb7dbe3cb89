package org.partnerportal.software;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Bilingual;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;

/** Software that a partner offers to its customers. What they bought keeps the name and the price that it had then. */
@Entity
class SoftwareProduct {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "partner_id"))
    private TenantId partner;

    @Embedded
    @AttributeOverride(name = "en", column = @Column(name = "name_en"))
    @AttributeOverride(name = "ja", column = @Column(name = "name_ja"))
    private Bilingual name;

    @Embedded
    @AttributeOverride(name = "en", column = @Column(name = "description_en"))
    @AttributeOverride(name = "ja", column = @Column(name = "description_ja"))
    private Bilingual description;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "software_price", joinColumns = @JoinColumn(name = "product_id"))
    @MapKeyColumn(name = "currency")
    private Map<String, SoftwarePrice> prices = new HashMap<>();

    @Enumerated(EnumType.STRING)
    private SoftwareStatus status;

    private Instant createdAt;
    private String createdBy;
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected SoftwareProduct() {}

    /**
     * Makes one that only its vendor knows of.
     *
     * @param others how many products the partner has
     */
    SoftwareProduct(UUID id, Actor actor, SoftwareContent content, long others, Instant now) {
        refuse(SoftwareRules.add(actor, others)
                .or(() -> SoftwareRules.content(content).findFirst()));
        this.id = id;
        this.partner = actor.tenant();
        this.status = SoftwareStatus.DRAFT;
        this.createdAt = now;
        this.createdBy = actor.name();
        this.name = content.name();
        this.description = content.description();
        this.prices.putAll(content.prices());
        this.changedAt = now;
    }

    /**
     * Says something else of it, for those who buy it from now on.
     *
     * @param seen the version that the person saw
     */
    void edit(Actor actor, long seen, SoftwareContent content, Instant now) {
        refuse(SoftwareRules.edit(actor, seen, version())
                .or(() -> SoftwareRules.content(content).findFirst()));
        name = content.name();
        description = content.description();
        prices.keySet().retainAll(content.prices().keySet());
        prices.putAll(content.prices());
        changedAt = now; // else a changed price would leave the version as it was
    }

    /** Whether all of that is said of it. */
    boolean says(SoftwareContent content) {
        return name.equals(content.name())
                && description.equals(content.description())
                && prices.equals(content.prices())
                && content.malformed().isEmpty();
    }

    /** Lets customers buy it. */
    void putOnSale(Actor actor, Instant now) {
        refuse(SoftwareRules.putOnSale(actor, status));
        status = SoftwareStatus.ON_SALE;
        changedAt = now;
    }

    /** Keeps customers from buying it from now on. */
    void withdraw(Actor actor, Instant now) {
        refuse(SoftwareRules.withdraw(actor, status));
        status = SoftwareStatus.WITHDRAWN;
        changedAt = now;
    }

    UUID id() {
        return id;
    }

    TenantId partner() {
        return partner;
    }

    SoftwareStatus status() {
        return status;
    }

    private long version() {
        return version == null ? 0 : version;
    }

    SoftwareEvent.Facts facts() {
        return new SoftwareEvent.Facts(id, partner, name, prices);
    }

    SoftwareView view() {
        return new SoftwareView(
                id, version(), name, description, Map.copyOf(prices), status, createdAt, createdBy, changedAt);
    }

    /**
     * As a customer is offered it.
     *
     * @param vendorThere whether the vendor offers software to the customer now
     */
    SoftwareOffer offer(String vendorName, boolean vendorThere, String currency) {
        SoftwarePrice price = prices.get(currency);
        return SoftwareOffer.of(
                id,
                partner,
                vendorName,
                name,
                description,
                currency,
                price == null ? null : price.monthPrice(),
                price == null ? null : price.yearPrice(),
                SoftwareRules.buy(status, vendorThere, price).orElse(null));
    }

    private static void refuse(Optional<SoftwareRefusal> refusal) {
        refusal.ifPresent(reason -> {
            throw new RefusedException(reason);
        });
    }
}
