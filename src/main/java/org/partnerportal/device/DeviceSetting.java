package org.partnerportal.device;

import java.util.List;
import java.util.UUID;
import org.partnerportal.shared.TenantId;

/**
 * What holds for every row of a batch.
 *
 * @param customer the tenant id of the customer for whom the devices are
 * @param name how both sides find the batch again
 * @param encoding the letters in which the file was written
 * @param layout the file's layout
 * @param unknown the names of columns that were left unread
 */
record DeviceSetting(UUID customer, String name, String encoding, DeviceLayout layout, List<String> unknown) {

    TenantId customerId() {
        return new TenantId(customer);
    }
}
