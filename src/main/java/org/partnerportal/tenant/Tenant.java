package org.partnerportal.tenant;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.TenantId;

/** An organisation or school with its own people and data; every tenant is a customer. */
@Entity
class Tenant {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private TenantId id;

    @Version
    private @Nullable Long version;

    private String name;
    private String domain;
    private String country;

    @Enumerated(EnumType.STRING)
    private Standing standing;

    private boolean demo;
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Tenant() {}

    Tenant(String name, String domain, String country, boolean demo, Instant now) {
        this(new TenantId(Ids.next()), name, domain, country, demo, now);
    }

    Tenant(TenantId id, String name, String domain, String country, boolean demo, Instant now) {
        this.id = id;
        this.name = name;
        this.domain = domain.toLowerCase(Locale.ROOT);
        this.country = country;
        this.standing = Standing.ACTIVE;
        this.demo = demo;
        this.createdAt = now;
    }

    void disable() {
        standing = Standing.DISABLED;
    }

    void enable() {
        standing = Standing.ACTIVE;
    }

    boolean isActive() {
        return standing == Standing.ACTIVE;
    }

    TenantView view() {
        return new TenantView(id, name, domain, country, standing);
    }

    TenantId id() {
        return id;
    }
}
