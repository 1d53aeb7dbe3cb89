package org.partnerportal.device;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Folding;
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

    private static final int LONGEST_WORDS = 2_000;
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+"); // once, for files of many rows

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
        String cell = cells.getOrDefault(column, "");
        return CONTROLS.matcher(cell).replaceAll(" ").strip();
    }

    /** Everything that people search for, as searches fold it: one look is much faster than seven. */
    String words(String batchName) {
        String words = Stream.of(serial, productId, manufacturer, model, groupTag, assignedUser, batchName)
                .map(Folding::fold)
                .collect(Collectors.joining("\n"));
        return words.substring(0, Math.min(words.length(), LONGEST_WORDS));
    }
}
