package org.partnerportal.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    /** So many rows are looked through while the person waits; of a longer file the job looks through all. */
    static final int AT_ONCE = 1_000;

    private final BatchService batches;
    private final DeviceService devices;
    private final DeviceWork work;

    DeviceBatches(BatchService batches, DeviceService devices, DeviceWork work) {
        this.batches = batches;
        this.devices = devices;
        this.work = work;
    }

    /** What is wrong with the form or the file as a whole; what the reason's text quotes may be columns. */
    record Problem(Refusal reason, List<DeviceColumn> columns, String argument) {

        static Problem of(DeviceRefusal reason, DeviceColumn... columns) {
            return new Problem(reason, List.of(columns), "");
        }
    }

    /**
     * What an upload came to.
     *
     * @param batch the batch with every row's problems, or on which the job is to look; null where the file can't be taken
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
        var batch = new NewBatch(form.batch(), DeviceWork.KIND, name, work.setting(setting), List.of());
        if (table.rows().size() > AT_ONCE) {
            return batches.create(actor, batch, table.rows().size(), form.content());
        }
        DeviceRows rows = work.rows(customer, table);
        return batches.create(actor, batch.with(rows.lines(0, rows.size())));
    }
}
