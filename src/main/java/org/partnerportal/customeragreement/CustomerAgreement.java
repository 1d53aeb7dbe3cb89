package org.partnerportal.customeragreement;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnerportal.agreement.AgreementRecord;
import org.partnerportal.agreement.AgreementStanding;

/**
 * A customer's agreement, as one of its partners sees it.
 *
 * @param version the name of the version in force
 * @param standing where the customer stands with it
 * @param records the records that are the partner's too, newest first
 * @param purchase why the person cannot buy for the customer, or null
 * @param ask why the person cannot ask the customer to accept, or null
 * @param askedAt when the partner last asked, or null
 * @param askedBy who did, or null
 */
public record CustomerAgreement(
        String version,
        AgreementStanding standing,
        List<AgreementRecord> records,
        @Nullable CustomerAgreementRefusal purchase,
        @Nullable CustomerAgreementRefusal ask,
        @Nullable Instant askedAt,
        @Nullable String askedBy) {

    /** The record of the latest acceptance, or null. */
    public @Nullable AgreementRecord latest() {
        return records.isEmpty() ? null : records.get(0);
    }
}
