package org.partnerportal.device;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Secrets;

/**
 * What a row says of a device; empty texts where it says nothing.
 *
 * @param hashSha256 the SHA-256 of the hardware hash's bytes, or null without one
 */
record DeviceDescription(
        String serial,
        String productId,
        @Nullable String hashSha256,
        String manufacturer,
        String model,
        String groupTag,
        String assignedUser) {

    /** Of cells that have no problem. */
    static DeviceDescription of(Map<DeviceColumn, String> cells) {
        return new DeviceDescription(
                text(cells, DeviceColumn.SERIAL),
                text(cells, DeviceColumn.PRODUCT_ID),
                DeviceRules.hash(cells.getOrDefault(DeviceColumn.HASH, ""))
                        .map(Secrets::sha256)
                        .orElse(null),
                text(cells, DeviceColumn.MANUFACTURER),
                text(cells, DeviceColumn.MODEL),
                text(cells, DeviceColumn.GROUP_TAG),
                text(cells, DeviceColumn.ASSIGNED_USER));
    }

    private static String text(Map<DeviceColumn, String> cells, DeviceColumn column) {
        return cells.getOrDefault(column, "").replaceAll("\\p{Cntrl}+", " ").strip();
    }

    /** Everything that people search for, in lower case: one look is much faster than seven. */
    String words(String batchName) {
        return String.join("\n", serial, productId, manufacturer, model, groupTag, assignedUser, batchName)
                .toLowerCase(Locale.ROOT);
    }
}
