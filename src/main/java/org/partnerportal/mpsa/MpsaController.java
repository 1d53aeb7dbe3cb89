package org.partnerportal.mpsa;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.FormErrors;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantService;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Settings > Partner relationships > MPSA partners: which pairs see each other's purchases. */
@Controller
@RequestMapping("/settings/partner-relationships/mpsa")
class MpsaController {

    private static final String BACK = "redirect:/settings/partner-relationships/mpsa";

    private final MpsaService consents;
    private final TenantService tenants;

    MpsaController(MpsaService consents, TenantService tenants) {
        this.consents = consents;
        this.tenants = tenants;
    }

    @GetMapping
    String list(
            Actor actor,
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String before,
            Model model) {
        model.addAttribute("form", MpsaForm.EMPTY);
        return page(actor, MpsaFilter.of(partner, before), model);
    }

    private String page(Actor actor, MpsaFilter filter, Model model) {
        model.addAttribute("filter", filter);
        model.addAttribute("overview", consents.overview(actor, filter));
        model.addAttribute("refusal", MpsaRules.manage(actor).orElse(null));
        model.addAttribute("administrators", tenants.billingAdministrators(actor.tenant()));
        return "mpsa/list";
    }

    @GetMapping("/allow")
    String ask(
            @ModelAttribute("form") MpsaForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        if (form.isNothing()) {
            return BACK;
        }
        if (FormErrors.reject(consents.check(actor, form), errors, model, response)) {
            return page(actor, MpsaFilter.ALL, model);
        }
        model.addAttribute("first", consents.chosen(form.firstId()));
        model.addAttribute("second", consents.chosen(form.secondId()));
        return "mpsa/allow";
    }

    @PostMapping("/allow")
    String allow(
            @ModelAttribute("form") MpsaForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (FormErrors.reject(consents.check(actor, form), errors, model, response)) {
            return page(actor, MpsaFilter.ALL, model);
        }
        consents.allow(actor, form);
        flash.addFlashAttribute("success", "mpsa.allowed");
        return BACK;
    }

    @GetMapping("/{id}/take-back")
    String askTakeBack(@PathVariable UUID id, Actor actor, Model model) {
        MpsaService.Known known = consents.one(actor, id);
        model.addAttribute("pair", known.pair());
        model.addAttribute("counts", known.counts());
        model.addAttribute("refusal", MpsaRules.manage(actor).orElse(null));
        model.addAttribute("administrators", tenants.billingAdministrators(actor.tenant()));
        return "mpsa/take-back";
    }

    @PostMapping("/{id}/take-back")
    String takeBack(@PathVariable UUID id, Actor actor, RedirectAttributes flash) {
        consents.takeBack(actor, id);
        flash.addFlashAttribute("success", "mpsa.taken-back");
        return BACK;
    }
}
