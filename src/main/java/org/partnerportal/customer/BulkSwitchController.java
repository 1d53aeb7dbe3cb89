package org.partnerportal.customer;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerportal.batch.BatchRows;
import org.partnerportal.batch.BatchService;
import org.partnerportal.batch.BatchView;
import org.partnerportal.shared.CsvFile;
import org.partnerportal.shared.Ids;
import org.partnerportal.tenant.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Switches auto-extend for many relationships: the question how many, then how far it is and what became of each. */
@Controller
@RequestMapping("/partner/customers/auto-extend")
class BulkSwitchController {

    private static final int AT_ONCE = 500;

    private final BulkSwitchService bulks;
    private final BatchService batches;
    private final CustomerWords words;

    BulkSwitchController(BulkSwitchService bulks, BatchService batches, CustomerWords words) {
        this.bulks = bulks;
        this.batches = batches;
        this.words = words;
    }

    @GetMapping
    String ask(Actor actor, @ModelAttribute("form") BulkForm form, Model model, HttpServletResponse response) {
        BulkSwitchService.Question question = bulks.ask(actor, form);
        BulkRefusal refusal = question.refusal();
        if (refusal != null) {
            response.setStatus(refusal.kind().status());
        }
        model.addAttribute("question", question);
        model.addAttribute("bulk", Ids.next());
        model.addAttribute("filter", form.filter());
        return "customer/bulk";
    }

    @PostMapping
    String run(Actor actor, @ModelAttribute("form") BulkForm form) {
        return "redirect:/partner/customers/auto-extend/" + bulks.run(actor, form);
    }

    @GetMapping("/{id}")
    String batch(
            @PathVariable UUID id,
            Actor actor,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(defaultValue = "0") int after,
            Model model) {
        BatchView batch = batches.view(actor, BulkSwitchWork.KIND, id);
        BatchRows rows = batches.rows(actor, batch, show, after);
        model.addAttribute("batch", batch);
        model.addAttribute("rows", rows);
        model.addAttribute("lines", bulks.withRelationships(actor, rows));
        return "customer/result";
    }

    /** Every row with its result. */
    @GetMapping("/{id}/rows.csv")
    void csv(@PathVariable UUID id, Actor actor, HttpServletResponse response) {
        BatchRows rows = batches.rows(actor, BulkSwitchWork.KIND, id, null, 0, AT_ONCE);
        try (var file = CsvFile.of(response, "auto-extend.csv")) {
            file.row(with(words.heading(), words.texts("customer.bulk.outcome", "customer.bulk.reason")));
            write(actor, rows, file);
            while (rows.next() != null) {
                rows = batches.rows(actor, BulkSwitchWork.KIND, id, null, rows.next(), AT_ONCE);
                write(actor, rows, file);
            }
        }
    }

    private void write(Actor actor, BatchRows rows, CsvFile file) {
        bulks.withRelationships(actor, rows)
                .forEach(row -> file.row(with(
                        words.cells(row.line()),
                        words.text(
                                "batch." + BulkSwitchWork.KIND + "." + row.row().outcome()),
                        row.row().problems().stream()
                                .map(problem -> words.text(problem.key()))
                                .collect(Collectors.joining(" ")))));
    }

    private static String[] with(String[] cells, String... more) {
        return Stream.concat(Stream.of(cells), Stream.of(more)).toArray(String[]::new);
    }
}
