package org.partnerportal.bulkinvitation;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerportal.batch.BatchLine;
import org.partnerportal.batch.BatchOutcome;
import org.partnerportal.batch.BatchProblem;
import org.partnerportal.batch.BatchRows;
import org.partnerportal.batch.BatchService;
import org.partnerportal.batch.BatchView;
import org.partnerportal.shared.CsvFile;
import org.partnerportal.shared.FormErrors;
import org.partnerportal.shared.Parse;
import org.partnerportal.shared.PortalProperties;
import org.partnerportal.tenant.Actor;
import org.partnerportal.upload.CsvUpload;
import org.partnerportal.upload.UploadRefusal;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
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

/** Partner Center > Invitations > Invite many: the file, what was found in it, sending, and the results. */
@Controller
@RequestMapping(BulkInvitationWork.PAGE)
class BulkInvitationController {

    private static final int AT_ONCE = 500;
    private static final String UPLOAD_PAGE = "bulkinvitation/upload";

    private final BulkInvitationService bulks;
    private final BulkInvitationWork work;
    private final BatchService batches;
    private final PortalProperties portal;
    private final MessageSource messages;

    BulkInvitationController(
            BulkInvitationService bulks,
            BulkInvitationWork work,
            BatchService batches,
            PortalProperties portal,
            MessageSource messages) {
        this.bulks = bulks;
        this.work = work;
        this.batches = batches;
        this.portal = portal;
        this.messages = messages;
    }

    @ModelAttribute("largest")
    static int largest() {
        return CsvUpload.LARGEST;
    }

    @GetMapping
    String upload(
            Actor actor,
            @RequestParam(name = "too-large", defaultValue = "false") boolean tooLarge,
            @ModelAttribute("form") BulkInvitationForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        bulks.requireMay(actor);
        page(model, form);
        if (tooLarge) {
            FormErrors.tooLarge(errors, "file", UploadRefusal.FILE_TOO_LARGE.key(), model, response);
        }
        return UPLOAD_PAGE;
    }

    /** A file to begin with: the heading, and a row for each way to say which roles. */
    @GetMapping("/sample.csv")
    void sample(Actor actor, HttpServletResponse response) {
        bulks.requireMay(actor);
        try (var file = CsvFile.of(response, "invitations.csv")) {
            file.row(Arrays.stream(Column.values()).map(this::label).toList());
            for (String row : List.of("reseller", "roles", "template")) {
                file.row(text("bulkinvitation.sample." + row).split(",", -1));
            }
        }
    }

    @PostMapping
    String check(
            Actor actor,
            @ModelAttribute("form") BulkInvitationForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        BulkInvitationService.Checked checked = bulks.check(actor, form);
        if (checked.batch() != null) {
            return "redirect:" + BulkInvitationWork.PAGE + "/" + checked.batch();
        }
        for (BulkInvitationService.FileProblem problem : checked.problems()) {
            String columns = problem.columns().stream().map(this::label).collect(Collectors.joining(", "));
            Object[] arguments = {columns.isEmpty() ? problem.argument() : columns};
            errors.rejectValue("file", problem.reason().key(), arguments, null);
        }
        page(model, form);
        model.addAttribute("invalid", true);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return UPLOAD_PAGE;
    }

    private static void page(Model model, BulkInvitationForm form) {
        model.addAttribute("columns", Column.values());
        model.addAttribute("id", form.formId());
    }

    /** A row on the page. */
    record Line(BatchLine row, Map<Column, String> cells) {

        public String mail() {
            return BulkInvitationRules.cell(cells, Column.MAIL);
        }

        public String type() {
            return BulkInvitationRules.cell(cells, Column.TYPE);
        }
    }

    @GetMapping("/{id}")
    String batch(
            @PathVariable UUID id,
            Actor actor,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(defaultValue = "0") int after,
            Model model) {
        BatchView batch = batches.view(actor, BulkInvitationWork.KIND, id);
        BatchRows rows = batches.rows(actor, batch, show, after);
        List<String> reading = BulkInvitationService.reading(batch.setting());
        model.addAttribute("batch", batch);
        model.addAttribute("rows", rows);
        model.addAttribute(
                "lines",
                rows.lines().stream()
                        .map(line -> new Line(line, work.cells(line)))
                        .toList());
        model.addAttribute("encoding", reading.get(0));
        model.addAttribute("unknown", String.join(", ", reading.subList(1, reading.size())));
        return "bulkinvitation/batch";
    }

    @PostMapping("/{id}/send")
    String send(@PathVariable UUID id, Actor actor) {
        batches.start(actor, BulkInvitationWork.KIND, id);
        return "redirect:" + BulkInvitationWork.PAGE + "/" + id;
    }

    /** The file as it came, with what became of each row. */
    @GetMapping("/{id}/rows.csv")
    void csv(
            @PathVariable UUID id,
            Actor actor,
            @RequestParam(required = false) @Nullable String show,
            HttpServletResponse response) {
        BatchOutcome outcome = Parse.constant(BatchOutcome.class, show).orElse(null);
        BatchRows rows = batches.rows(actor, BulkInvitationWork.KIND, id, outcome, 0, AT_ONCE);
        try (var file = CsvFile.of(response, "invitation-results.csv")) {
            List<String> heading = new ArrayList<>();
            heading.add(text("bulkinvitation.row"));
            Arrays.stream(Column.values()).map(this::label).forEach(heading::add);
            heading.add(text("bulkinvitation.result"));
            heading.add(text("bulkinvitation.problem"));
            heading.add(text("bulkinvitation.link"));
            file.row(heading);
            rows.lines().forEach(line -> file.row(cells(line)));
            while (rows.next() != null) {
                rows = batches.rows(actor, BulkInvitationWork.KIND, id, outcome, rows.next(), AT_ONCE);
                rows.lines().forEach(line -> file.row(cells(line)));
            }
        }
    }

    private List<String> cells(BatchLine line) {
        Map<Column, String> typed = work.cells(line);
        List<String> cells = new ArrayList<>();
        cells.add(String.valueOf(line.number()));
        Arrays.stream(Column.values())
                .map(column -> BulkInvitationRules.cell(typed, column))
                .forEach(cells::add);
        cells.add(text("batch." + BulkInvitationWork.KIND + "." + line.outcome()));
        cells.add(line.problems().stream().map(this::said).collect(Collectors.joining(" ")));
        cells.add(line.link() == null ? "" : portal.url() + "/partner/invitations/" + line.link());
        return cells;
    }

    private String said(BatchProblem problem) {
        String reason = text(problem.key(), problem.argument());
        return problem.field().isEmpty()
                ? reason
                : text("bulkinvitation.said", label(Column.valueOf(problem.field())), problem.argument(), reason);
    }

    private String label(Column column) {
        return text("Column." + column);
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
