package org.partnerportal.software;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Bilingual;
import org.partnerportal.shared.Money;
import org.partnerportal.shared.TenantId;

/**
 * A product as a customer is offered it.
 *
 * @param month what a licence costs for a month, or null where it is not sold by the month
 * @param year what it costs for a year, or null likewise
 * @param refusal why the customer can't buy it, whoever asks, or null
 */
public record SoftwareOffer(
        UUID id,
        TenantId vendor,
        String vendorName,
        Bilingual name,
        Bilingual description,
        @Nullable Money month,
        @Nullable Money year,
        @Nullable SoftwareRefusal refusal) {

    static SoftwareOffer of(
            UUID id,
            TenantId vendor,
            String vendorName,
            Bilingual name,
            Bilingual description,
            String currency,
            @Nullable Long month,
            @Nullable Long year,
            @Nullable SoftwareRefusal refusal) {
        return new SoftwareOffer(
                id, vendor, vendorName, name, description, money(month, currency), money(year, currency), refusal);
    }

    private static @Nullable Money money(@Nullable Long minor, String currency) {
        return minor == null ? null : new Money(minor, currency);
    }
}
