package org.partnerportal.device;

import java.util.Map;
import java.util.UUID;
import org.partnerportal.shared.TenantId;

/** What the trail keeps of a device. */
record DeviceFacts(
        UUID id,
        TenantId customer,
        TenantId partner,
        String name,
        String manufacturer,
        String model,
        String groupTag,
        String batchName) {

    Map<String, String> details() {
        return Map.of(
                "device", name,
                "deviceManufacturer", manufacturer,
                "deviceModel", model,
                "deviceGroupTag", groupTag,
                "deviceBatch", batchName);
    }
}
