package org.partnerportal.device;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.onbehalf.AdminCenter;
import org.partnerportal.onbehalf.OnBehalfRefusal;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;

/** A device that a partner registered for a customer. While it is registered, its identities are nobody else's. */
@Entity
class Device {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "customer_id"))
    private TenantId customer;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "partner_id"))
    private TenantId partner;

    private @Nullable UUID batchId; // those from before batches were kept with their devices have none
    private String batchName;
    private String serial;
    private String productId;

    @Column(name = "hash_sha256")
    private @Nullable String hashSha256;

    private String manufacturer;
    private String model;
    private String groupTag;
    private String assignedUser;
    private String words;

    @ElementCollection
    @CollectionTable(name = "device_identity", joinColumns = @JoinColumn(name = "device_id"))
    @Column(name = "identity")
    private Set<String> identities;

    @Enumerated(EnumType.STRING)
    private DeviceStatus status;

    private Instant registeredAt;
    private String registeredBy;
    private @Nullable Instant removedAt;
    private @Nullable String removedBy;

    @SuppressWarnings("NullAway.Init")
    protected Device() {}

    /** Registered for the customer, by somebody of the partner. */
    Device(DeviceDescription description, DeviceBatch batch, Actor actor, TenantId customer, Instant now) {
        this.id = Ids.next();
        this.customer = customer;
        this.partner = actor.tenant();
        this.batchId = batch.id();
        this.batchName = batch.name();
        this.serial = description.serial();
        this.productId = description.productId();
        this.hashSha256 = description.hashSha256();
        this.manufacturer = description.manufacturer();
        this.model = description.model();
        this.groupTag = description.groupTag();
        this.assignedUser = description.assignedUser();
        this.words = description.words(batch.name());
        this.identities = DeviceRules.identities(description);
        this.status = DeviceStatus.REGISTERED;
        this.registeredAt = now;
        this.registeredBy = actor.name();
    }

    /** Gives it up, so that anybody may register it; tells whether it was not so already. */
    boolean remove(AdminCenter center, Instant now) {
        Optional<OnBehalfRefusal> refusal = DeviceRules.remove(center);
        if (refusal.isPresent()) {
            throw new RefusedException(refusal.get());
        }
        if (status == DeviceStatus.REMOVED) {
            return false;
        }
        identities.clear();
        status = DeviceStatus.REMOVED;
        removedAt = now;
        removedBy = center.actor().name();
        return true;
    }

    DeviceFacts facts() {
        return new DeviceFacts(
                id,
                customer,
                partner,
                DeviceRules.name(serial, productId, hashSha256),
                manufacturer,
                model,
                groupTag,
                batchName);
    }

    DeviceStatus status() {
        return status;
    }
}
