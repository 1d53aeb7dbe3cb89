package org.partnerportal.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
        model.addAttribute("history", trail.history(actor, parse(before)));
        return "audit/history";
    }

    private static @Nullable UUID parse(@Nullable String before) {
        try {
            return before == null ? null : UUID.fromString(before);
        } catch (IllegalArgumentException e) {
            return null; // no address is an error: the first page instead
        }
    }
}
