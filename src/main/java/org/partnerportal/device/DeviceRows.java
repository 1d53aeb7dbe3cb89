package org.partnerportal.device;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.partnerportal.batch.BatchLine;
import org.partnerportal.batch.BatchProblem;
import org.partnerportal.batch.BatchReader;
import org.partnerportal.batch.BatchResult;
import org.partnerportal.shared.TenantId;
import org.partnerportal.upload.CsvUpload;

/** The rows of a file of devices: what is wrong with each by itself, beside the rows above, and beside what is registered. */
final class DeviceRows implements BatchReader {

    private final TenantId customer;
    private final Function<Collection<String>, List<DeviceRepository.Owner>> registered;
    private final Function<Map<DeviceColumn, String>, String> payload;
    private final List<Row> rows = new ArrayList<>();

    /**
     * Looks at the rows by themselves, all of them: a row's device may stand in any row above.
     *
     * @param registered whose the devices with some of these identities are; asked once for some rows
     * @param payload how a row's cells are kept
     */
    DeviceRows(
            TenantId customer,
            CsvUpload.Table table,
            Function<Collection<String>, List<DeviceRepository.Owner>> registered,
            Function<Map<DeviceColumn, String>, String> payload) {
        this.customer = customer;
        this.registered = registered;
        this.payload = payload;
        DeviceHeading heading = DeviceHeading.of(table.heading());
        Map<String, Integer> above = new HashMap<>();
        table.rows().forEach(row -> rows.add(Row.of(heading, row, above)));
    }

    int size() {
        return rows.size();
    }

    @Override
    public List<BatchLine> lines(int from, int to) {
        List<Row> some = rows.subList(from, to);
        Map<String, TenantId> owners = owners(some);
        return some.stream().map(row -> line(row, owners)).toList();
    }

    private Map<String, TenantId> owners(List<Row> some) {
        Set<String> identities = new HashSet<>();
        some.forEach(row -> identities.addAll(row.identities()));
        return identities.isEmpty()
                ? Map.of()
                : registered.apply(identities).stream()
                        .collect(Collectors.toMap(DeviceRepository.Owner::identity, DeviceRepository.Owner::customer));
    }

    private BatchLine line(Row row, Map<String, TenantId> owners) {
        BatchLine line = BatchLine.waiting(row.number(), payload.apply(row.cells()));
        if (!row.problems().isEmpty()) {
            return line.with(BatchResult.refused(row.problems()));
        }
        List<TenantId> found = row.identities().stream()
                .filter(owners::containsKey)
                .map(owners::get)
                .toList();
        return DeviceRules.taken(found, customer).map(line::with).orElse(line);
    }

    /** A row, what is wrong with it by itself and beside the rows above, and by what its device is known. */
    private record Row(
            int number, Map<DeviceColumn, String> cells, List<BatchProblem> problems, SortedSet<String> identities) {

        static Row of(DeviceHeading heading, CsvUpload.Row row, Map<String, Integer> above) {
            Map<DeviceColumn, String> cells = heading.cells(row);
            SortedSet<String> identities = DeviceRules.identities(DeviceDescription.of(cells));
            List<BatchProblem> problems = new ArrayList<>(DeviceRules.problems(cells, identities));
            if (!heading.holds(row)) {
                problems.add(DeviceRules.problem(DeviceRefusal.TOO_MANY_CELLS, "", ""));
            }
            if (problems.isEmpty()) {
                identities.stream()
                        .filter(above::containsKey)
                        .findFirst()
                        .ifPresent(same -> problems.add(DeviceRules.problem(
                                DeviceRefusal.ZTD_DEVICE_DUPLICATED, "", String.valueOf(above.get(same)))));
            }
            if (problems.isEmpty()) {
                identities.forEach(identity -> above.put(identity, row.number()));
            }
            return new Row(row.number(), cells, problems, identities);
        }
    }
}
