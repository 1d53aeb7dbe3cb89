package org.partnerportal.trailcheck;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.FormErrors;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.Parse;
import org.partnerportal.tenant.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Operator > Trail check: have the trail checked, and see what the checks found. */
@Controller
@RequestMapping("/operator/trail")
class TrailCheckController {

    private final TrailCheckService checks;

    TrailCheckController(TrailCheckService checks) {
        this.checks = checks;
    }

    /** What the form sends, as typed. */
    record Form(@Nullable String id, @Nullable String noted) {

        String head() {
            return Parse.text(noted).strip();
        }
    }

    @GetMapping
    String show(Actor actor, Model model) {
        model.addAttribute("form", new Form(Ids.next().toString(), ""));
        return page(actor, model);
    }

    private String page(Actor actor, Model model) {
        List<CheckView> latest = checks.latest(actor);
        model.addAttribute("checks", latest);
        model.addAttribute("running", !latest.isEmpty() && latest.get(0).report() == null);
        return "trailcheck/checks";
    }

    @PostMapping
    String ask(
            Actor actor,
            @ModelAttribute("form") Form form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        if (FormErrors.reject(TrailCheckRules.ask(actor, form.head()).stream(), errors, model, response)) {
            return page(actor, model);
        }
        checks.ask(actor, Parse.uuid(form.id()).orElseGet(Ids::next), form.head());
        return "redirect:/operator/trail";
    }
}
