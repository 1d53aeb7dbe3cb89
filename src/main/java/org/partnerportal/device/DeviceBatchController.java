package org.partnerportal.device;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerportal.batch.BatchLine;
import org.partnerportal.batch.BatchOutcome;
import org.partnerportal.batch.BatchRows;
import org.partnerportal.batch.BatchService;
import org.partnerportal.batch.BatchView;
import org.partnerportal.shared.CsvFile;
import org.partnerportal.shared.FormErrors;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.Parse;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantService;
import org.partnerportal.upload.CsvUpload;
import org.partnerportal.upload.UploadRefusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Partner Center > Devices > Register: the file, what was found in it, registering, and the results. */
@Controller
@RequestMapping("/partner/devices")
class DeviceBatchController {

    private static final int AT_ONCE = 500;
    private static final String UPLOAD_PAGE = "device/register";

    private final DeviceBatches files;
    private final DeviceService devices;
    private final DeviceWork work;
    private final BatchService batches;
    private final TenantService tenants;
    private final DeviceWords words;

    DeviceBatchController(
            DeviceBatches files,
            DeviceService devices,
            DeviceWork work,
            BatchService batches,
            TenantService tenants,
            DeviceWords words) {
        this.files = files;
        this.devices = devices;
        this.work = work;
        this.batches = batches;
        this.tenants = tenants;
        this.words = words;
    }

    @ModelAttribute("largest")
    static int largest() {
        return CsvUpload.LARGEST;
    }

    @GetMapping("/register")
    String upload(
            Actor actor,
            @RequestParam(name = "too-large", defaultValue = "false") boolean tooLarge,
            @ModelAttribute("form") DeviceForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        page(actor, form, model);
        if (tooLarge) {
            FormErrors.tooLarge(errors, "file", UploadRefusal.FILE_TOO_LARGE.key(), model, response);
        }
        return UPLOAD_PAGE;
    }

    /** A file to begin with: the heading of that layout, and a row or two. */
    @GetMapping("/register/{layout}.csv")
    void sample(@PathVariable String layout, Actor actor, HttpServletResponse response) {
        DeviceService.requireMay(actor);
        DeviceLayout known = Stream.of(DeviceLayout.values())
                .filter(each -> each.word().equals(layout))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        try (var file = CsvFile.of(response, "devices-" + layout + ".csv")) {
            file.row(known.columns().stream().map(DeviceColumn::heading).toList());
            for (String row : List.of("first", "second")) {
                file.row(words.text("device.sample." + layout + "." + row).split(",", -1));
            }
        }
    }

    @PostMapping("/register")
    String check(
            Actor actor,
            @ModelAttribute("form") DeviceForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        DeviceBatches.Checked checked = files.check(actor, form);
        if (checked.batch() != null) {
            return "redirect:" + DeviceWork.PAGE + "/" + checked.batch();
        }
        for (DeviceBatches.Problem problem : checked.problems()) {
            String columns = problem.columns().stream().map(words::label).collect(Collectors.joining(", "));
            Object[] arguments = {columns.isEmpty() ? problem.argument() : columns};
            errors.rejectValue(problem.reason().field(), problem.reason().key(), arguments, null);
        }
        page(actor, form, model);
        model.addAttribute("invalid", true);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return UPLOAD_PAGE;
    }

    private void page(Actor actor, DeviceForm form, Model model) {
        model.addAttribute("customers", devices.customers(actor, form.customerId()));
        model.addAttribute("chosen", form.customerId().orElse(null));
        model.addAttribute("layouts", DeviceLayout.values());
        model.addAttribute("id", form.formId());
    }

    /** A row on the page. */
    record Line(BatchLine row, Map<DeviceColumn, String> cells) {

        public String cell(String column) {
            return cells.getOrDefault(DeviceColumn.valueOf(column), "");
        }

        /** What people call it. */
        public String name() {
            return Stream.of(DeviceColumn.SERIAL, DeviceColumn.PRODUCT_ID, DeviceColumn.HASH)
                    .map(column -> DeviceRules.quote(cell(column.name())))
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse("–");
        }
    }

    @GetMapping("/batches/{id}")
    String batch(
            @PathVariable UUID id,
            Actor actor,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(defaultValue = "0") int after,
            Model model) {
        BatchView batch = batches.view(actor, DeviceWork.KIND, id);
        BatchRows rows = batches.rows(actor, batch, show, after);
        DeviceSetting setting = work.setting(batch.setting());
        model.addAttribute("batch", batch);
        model.addAttribute("rows", rows);
        model.addAttribute(
                "lines",
                rows.lines().stream()
                        .map(line -> new Line(line, work.cells(line)))
                        .toList());
        model.addAttribute("setting", setting);
        model.addAttribute("customer", tenants.tenant(setting.customerId()));
        model.addAttribute("unknown", String.join(", ", setting.unknown()));
        model.addAttribute(
                "refusal", devices.mayRegisterFor(actor, setting.customerId()).orElse(null));
        return "device/batch";
    }

    @PostMapping("/batches/{id}/register")
    String register(@PathVariable UUID id, Actor actor) {
        batches.start(actor, DeviceWork.KIND, id);
        return "redirect:" + DeviceWork.PAGE + "/" + id;
    }

    /** The file as it came, with what became of each row. */
    @GetMapping("/batches/{id}/rows.csv")
    void csv(
            @PathVariable UUID id,
            Actor actor,
            @RequestParam(required = false) @Nullable String show,
            HttpServletResponse response) {
        BatchOutcome outcome = Parse.constant(BatchOutcome.class, show).orElse(null);
        List<DeviceColumn> columns = work.setting(
                        batches.view(actor, DeviceWork.KIND, id).setting())
                .layout()
                .columns();
        BatchRows rows = batches.rows(actor, DeviceWork.KIND, id, outcome, 0, AT_ONCE);
        try (var file = CsvFile.of(response, "device-results.csv")) {
            List<String> heading =
                    new ArrayList<>(columns.stream().map(DeviceColumn::heading).toList());
            Stream.of("row", "result", "problem").forEach(key -> heading.add(words.text("device." + key)));
            file.row(heading);
            rows.lines().forEach(line -> file.row(cells(columns, line)));
            while (rows.next() != null) {
                rows = batches.rows(actor, DeviceWork.KIND, id, outcome, rows.next(), AT_ONCE);
                rows.lines().forEach(line -> file.row(cells(columns, line)));
            }
        }
    }

    private List<String> cells(List<DeviceColumn> columns, BatchLine line) {
        Map<DeviceColumn, String> typed = work.cells(line);
        List<String> cells = new ArrayList<>(
                columns.stream().map(column -> typed.getOrDefault(column, "")).toList());
        cells.add(String.valueOf(line.number()));
        cells.add(words.text("batch." + DeviceWork.KIND + "." + line.outcome()));
        cells.add(words.said(line.problems()));
        return cells;
    }
}
