package org.partnerportal.customer;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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

/** Switches auto-extend for many relationships: the question how many, then what became of each. */
@Controller
@RequestMapping("/partner/customers/auto-extend")
class BulkSwitchController {

    private final BulkSwitchService bulks;
    private final CustomerWords words;

    BulkSwitchController(BulkSwitchService bulks, CustomerWords words) {
        this.bulks = bulks;
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
    String result(@PathVariable UUID id, Actor actor, Model model) {
        model.addAttribute("result", bulks.result(actor, id));
        model.addAttribute("outcomes", BulkOutcome.values());
        return "customer/result";
    }

    /** Every row with its outcome. */
    @GetMapping("/{id}/rows.csv")
    void csv(@PathVariable UUID id, Actor actor, HttpServletResponse response) {
        List<BulkResult.Row> batch = bulks.rows(actor, id, 0);
        try (var file = CsvFile.of(response, "auto-extend.csv")) {
            file.row(with(words.heading(), words.text("customer.bulk.outcome"), words.text("customer.bulk.reason")));
            int ordinal = 0;
            while (!batch.isEmpty()) {
                batch.forEach(row -> file.row(with(
                        words.cells(row.line()),
                        words.text("BulkOutcome." + row.outcome()),
                        row.refusal() == null ? "" : words.text(row.refusal()))));
                ordinal += batch.size();
                batch = bulks.rows(actor, id, ordinal);
            }
        }
    }

    private static String[] with(String[] cells, String... more) {
        return Stream.concat(Stream.of(cells), Stream.of(more)).toArray(String[]::new);
    }
}
