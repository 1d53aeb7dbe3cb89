package org.partnerportal.device;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.partnerportal.onbehalf.AdminCenter;
import org.partnerportal.onbehalf.OnBehalfEvent;
import org.partnerportal.shared.TenantId;

/**
 * The customer removed a device. Whoever registered it reads that too, unless another partner did it on behalf: which other
 * partners the customer has is none of its business, and its list says that the device is removed.
 */
record DeviceRemoved(Instant at, AdminCenter center, DeviceFacts device) implements OnBehalfEvent {

    @Override
    public TenantId partner() {
        return center.onBehalf() ? center.actor().tenant() : device.partner();
    }

    @Override
    public UUID subject() {
        return device.id();
    }

    @Override
    public Map<String, String> details() {
        return device.details();
    }
}
