package org.partnerportal.tenant;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;

/** What makes a tenant a partner: how customers reach it. */
@Entity
class PartnerProfile {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "tenant_id"))
    private TenantId tenant;

    @Version
    private @Nullable Long version;

    private String phone;
    private String supportEmail;

    @SuppressWarnings("NullAway.Init")
    protected PartnerProfile() {}

    PartnerProfile(TenantId tenant, String phone, String supportEmail) {
        this.tenant = tenant;
        this.phone = phone;
        this.supportEmail = supportEmail;
    }
}
