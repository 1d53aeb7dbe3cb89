package org.partnerportal.agreement;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.partnerportal.shared.TenantId;

/** That a customer accepted a version: kept for ever, never changed. Written by one insert that can't double it. */
@Entity
@Immutable
class AgreementAcceptance {

    @Id
    private UUID id;

    private String reference;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "customer_id"))
    private TenantId customer;

    private UUID agreementId;
    private String agreementName;
    private String language;
    private String sha256;
    private UUID accountId;
    private String personName;
    private String personEmail;
    private Instant acceptedAt;
    private String address;
    private String browser;

    @Enumerated(EnumType.STRING)
    private Place place;

    @SuppressWarnings("NullAway.Init")
    protected AgreementAcceptance() {}

    AgreementRecord asRecord() {
        return new AgreementRecord(
                id,
                reference,
                customer,
                agreementId,
                agreementName,
                language,
                sha256,
                personName,
                personEmail,
                acceptedAt,
                address,
                browser,
                place);
    }
}
