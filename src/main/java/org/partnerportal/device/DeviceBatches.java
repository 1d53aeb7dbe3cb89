package org.partnerportal.device;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.batch.BatchLine;
import org.partnerportal.batch.BatchProblem;
import org.partnerportal.batch.BatchResult;
import org.partnerportal.batch.BatchService;
import org.partnerportal.batch.NewBatch;
import org.partnerportal.shared.Refusal;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.partnerportal.upload.CsvUpload;
import org.springframework.stereotype.Service;

/** Looks through files of devices and keeps what it finds as batches; nothing is registered before somebody says so. */
@Service
class DeviceBatches {

    private static final int AT_ONCE = 500;

    private final BatchService batches;
    private final DeviceService devices;
    private final DeviceRepository repository;
    private final DeviceWork work;

    DeviceBatches(BatchService batches, DeviceService devices, DeviceRepository repository, DeviceWork work) {
        this.batches = batches;
        this.devices = devices;
        this.repository = repository;
        this.work = work;
    }

    /** What is wrong with the form or the file as a whole; what the reason's text quotes may be columns. */
    record Problem(Refusal reason, List<DeviceColumn> columns, String argument) {

        static Problem of(DeviceRefusal reason, DeviceColumn... columns) {
            return new Problem(reason, List.of(columns), "");
        }
    }

    /**
     * What looking through a file came to.
     *
     * @param batch the batch with every row's problems; null where the file can't be taken
     * @param problems why it can't be taken
     */
    record Checked(@Nullable UUID batch, List<Problem> problems) {}

    Checked check(Actor actor, DeviceForm form) {
        DeviceService.requireMay(actor);
        if (batches.exists(actor, DeviceWork.KIND, form.batch())) {
            return new Checked(form.batch(), List.of()); // the second click of two
        }
        List<Problem> problems = new ArrayList<>();
        TenantId customer = customer(actor, form).orElse(null);
        if (customer == null) {
            problems.add(Problem.of(DeviceRefusal.CUSTOMER_MISSING));
        }
        DeviceRules.name(form.typedName()).ifPresent(refusal -> problems.add(Problem.of(refusal)));
        CsvUpload read = CsvUpload.read(form.content(), DeviceRules.MOST_ROWS);
        if (read instanceof CsvUpload.Unreadable unreadable) {
            problems.add(new Problem(unreadable.reason(), List.of(), unreadable.argument()));
        } else if (read instanceof CsvUpload.Table table) {
            DeviceHeading heading = DeviceHeading.of(table.heading());
            addMissing(heading, problems);
            if (problems.isEmpty() && customer != null) {
                return new Checked(keep(actor, form, customer, table, heading), List.of());
            }
        }
        return new Checked(null, problems);
    }

    /** The customer that was chosen, if the partner can register for it now; a stranger's id is as good as none. */
    private Optional<TenantId> customer(Actor actor, DeviceForm form) {
        return form.customerId().filter(id -> devices.isOpen(actor, id));
    }

    private static void addMissing(DeviceHeading heading, List<Problem> problems) {
        if (!heading.missing().isEmpty()) {
            problems.add(new Problem(DeviceRefusal.COLUMN_MISSING, heading.missing(), ""));
        }
        if (!heading.twice().isEmpty()) {
            problems.add(new Problem(DeviceRefusal.COLUMN_TWICE, heading.twice(), ""));
        }
    }

    private UUID keep(Actor actor, DeviceForm form, TenantId customer, CsvUpload.Table table, DeviceHeading heading) {
        String name = form.typedName().isEmpty() ? form.fileName() : form.typedName();
        var setting = new DeviceSetting(customer.value(), name, table.encoding(), heading.layout(), heading.unknown());
        return batches.create(
                actor,
                new NewBatch(
                        form.batch(),
                        DeviceWork.KIND,
                        name,
                        work.setting(setting),
                        lines(customer, heading, table.rows())));
    }

    private List<BatchLine> lines(TenantId customer, DeviceHeading heading, List<CsvUpload.Row> rows) {
        List<BatchLine> lines = new ArrayList<>();
        Map<String, Integer> above = new HashMap<>();
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            List<Checking> some = rows.subList(from, Math.min(rows.size(), from + AT_ONCE)).stream()
                    .map(row -> Checking.of(heading, row, above))
                    .toList();
            Map<String, TenantId> owners = owners(some);
            some.forEach(each -> lines.add(line(each, owners, customer)));
        }
        return lines;
    }

    private Map<String, TenantId> owners(List<Checking> rows) {
        Set<String> identities = new HashSet<>();
        rows.forEach(row -> identities.addAll(row.identities()));
        Map<String, TenantId> owners = new HashMap<>();
        if (!identities.isEmpty()) {
            repository.owners(identities).forEach(owner -> owners.put(owner.identity(), owner.customer()));
        }
        return owners;
    }

    private BatchLine line(Checking row, Map<String, TenantId> owners, TenantId customer) {
        BatchLine line = BatchLine.waiting(row.number(), work.payload(row.cells()));
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
    private record Checking(
            int number, Map<DeviceColumn, String> cells, List<BatchProblem> problems, SortedSet<String> identities) {

        static Checking of(DeviceHeading heading, CsvUpload.Row row, Map<String, Integer> above) {
            Map<DeviceColumn, String> cells = heading.cells(row);
            List<BatchProblem> problems = new ArrayList<>(DeviceRules.problems(cells));
            if (!heading.holds(row)) {
                problems.add(DeviceRules.problem(DeviceRefusal.TOO_MANY_CELLS, "", ""));
            }
            SortedSet<String> identities = DeviceRules.identities(DeviceDescription.of(cells));
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
            return new Checking(row.number(), cells, problems, identities);
        }
    }
}
