package org.partnerportal.audit;

import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Parse;
import org.partnerportal.tenant.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Settings > History: everything that happened to this organisation. */
@Controller
class HistoryController {

    private final TrailService trail;

    HistoryController(TrailService trail) {
        this.trail = trail;
    }

    @GetMapping("/settings/history")
    String history(Actor actor, @RequestParam(required = false) @Nullable String before, Model model) {
        model.addAttribute("history", trail.history(actor, Parse.uuid(before).orElse(null)));
        return "audit/history";
    }
}
