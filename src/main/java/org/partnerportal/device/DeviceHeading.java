package org.partnerportal.device;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerportal.upload.CsvUpload;

/**
 * The first row of a file, by which its layout is known.
 *
 * @param columns what stands in each column, in their order; null where nobody knows
 * @param unknown the names of columns that are left unread
 */
record DeviceHeading(List<@Nullable DeviceColumn> columns, List<String> unknown) {

    static DeviceHeading of(List<String> names) {
        List<@Nullable DeviceColumn> columns = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String name : names) {
            Optional<DeviceColumn> column = DeviceColumn.named(name);
            columns.add(column.orElse(null));
            if (column.isEmpty() && !name.isBlank()) {
                unknown.add(DeviceRules.quote(name));
            }
        }
        return new DeviceHeading(columns, unknown);
    }

    /** Manufacturer or model make it Partner Center's. */
    DeviceLayout layout() {
        return columns.contains(DeviceColumn.MANUFACTURER) || columns.contains(DeviceColumn.MODEL)
                ? DeviceLayout.PARTNER_CENTER
                : DeviceLayout.INTUNE;
    }

    /** What the layout needs and the heading lacks. */
    List<DeviceColumn> missing() {
        Stream<DeviceColumn> needed =
                layout() == DeviceLayout.PARTNER_CENTER ? layout().columns().stream() : DeviceColumn.common().stream();
        return needed.filter(column -> !columns.contains(column)).toList();
    }

    /** What stands there more than once. */
    List<DeviceColumn> twice() {
        return Stream.of(DeviceColumn.values())
                .filter(column -> Collections.frequency(columns, column) > 1)
                .toList();
    }

    /** The cells of a row by column, without empty ones. */
    Map<DeviceColumn, String> cells(CsvUpload.Row row) {
        Map<DeviceColumn, String> cells = new EnumMap<>(DeviceColumn.class);
        int width = Math.min(columns.size(), row.cells().size());
        for (int index = 0; index < width; index++) {
            DeviceColumn column = columns.get(index);
            String cell = row.cells().get(index);
            if (column != null && !cell.isEmpty()) {
                cells.put(column, cell);
            }
        }
        return cells;
    }

    /** Whether nothing stands right of the last column. */
    boolean holds(CsvUpload.Row row) {
        return row.cells().stream().skip(columns.size()).allMatch(String::isEmpty);
    }
}
