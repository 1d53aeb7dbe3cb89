package org.partnerportal.device;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.TrailEvent;
import org.partnerportal.shared.Who;

/** A partner registered a device for a customer. */
record DeviceRegistered(Instant at, Who who, DeviceFacts device) implements TrailEvent {

    @Override
    public TenantId customer() {
        return device.customer();
    }

    @Override
    public TenantId partner() {
        return device.partner();
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
