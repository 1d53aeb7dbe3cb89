package org.partnerportal.device;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.CutCount;
import org.partnerportal.shared.TenantId;

/**
 * Some devices, the newest first.
 *
 * @param lines the devices
 * @param count how many match, counted up to {@link CutCount#MOST}; zero where nobody asked
 * @param next the device before which the next page begins, or null on the last
 */
record DeviceList(List<Line> lines, long count, @Nullable UUID next) implements CutCount {

    /** A device as it is read. */
    record Row(
            UUID id,
            TenantId customer,
            TenantId partner,
            String batchName,
            String serial,
            String productId,
            @Nullable String hashSha256,
            String manufacturer,
            String model,
            String groupTag,
            String assignedUser,
            DeviceStatus status,
            Instant registeredAt,
            String registeredBy,
            @Nullable Instant removedAt,
            @Nullable String removedBy) {

        public String name() {
            return DeviceRules.name(serial, productId, hashSha256);
        }

        public boolean isRegistered() {
            return status == DeviceStatus.REGISTERED;
        }
    }

    /**
     * A device as it is shown.
     *
     * @param other the name of the other side: the partner for the customer, the customer for the partner
     */
    record Line(Row device, String other) {}
}
