package org.partnerportal.device;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How a file of devices is laid out. */
enum DeviceLayout {
    /** As Partner Center takes it: with manufacturer and model. */
    PARTNER_CENTER(DeviceColumn.MANUFACTURER, DeviceColumn.MODEL),
    /** As Intune takes it: with group tag and user, both of which may be left out. */
    INTUNE(DeviceColumn.GROUP_TAG, DeviceColumn.ASSIGNED_USER);

    private final List<DeviceColumn> columns;

    DeviceLayout(DeviceColumn... own) {
        this.columns =
                Stream.concat(DeviceColumn.common().stream(), Stream.of(own)).toList();
    }

    /** In their usual order. */
    public List<DeviceColumn> columns() {
        return columns;
    }

    /** Its name in an address. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
