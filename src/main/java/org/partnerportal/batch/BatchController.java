package org.partnerportal.batch;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Parse;
import org.partnerportal.tenant.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Partner Center > Batches: what was begun, to come back to. */
@Controller
class BatchController {

    private final BatchService batches;

    BatchController(BatchService batches) {
        this.batches = batches;
    }

    @GetMapping("/partner/batches")
    String list(Actor actor, @RequestParam(required = false) @Nullable String before, Model model) {
        UUID from = Parse.uuid(before).orElse(null);
        List<BatchView> found = batches.list(actor, from);
        boolean more = found.size() > BatchService.PAGE;
        List<BatchView> shown = more ? found.subList(0, BatchService.PAGE) : found;
        model.addAttribute("batches", shown);
        model.addAttribute("works", batches.works());
        model.addAttribute("before", from);
        model.addAttribute("next", more ? shown.get(BatchService.PAGE - 1).id() : null);
        return "batch/list";
    }
}
