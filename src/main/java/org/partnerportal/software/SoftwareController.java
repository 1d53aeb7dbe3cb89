package org.partnerportal.software;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.FormErrors;
import org.partnerportal.shared.Money;
import org.partnerportal.shared.Parse;
import org.partnerportal.tenant.Actor;
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

/** Partner Center > Software products: what the partner offers to its customers, and who bought it. */
@Controller
@RequestMapping(SoftwareService.PAGE)
class SoftwareController {

    private static final String FORM = "form";
    private static final String NEW = "software/new";
    private static final String EDIT = "software/edit";

    private final SoftwareService software;

    SoftwareController(SoftwareService software) {
        this.software = software;
    }

    @GetMapping
    String list(
            Actor actor,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String before,
            Model model) {
        SoftwareFilter filter = SoftwareFilter.of(show, before);
        model.addAttribute("filter", filter);
        model.addAttribute("shows", SoftwareFilter.Show.values());
        model.addAttribute("list", software.ofPartner(actor, filter));
        return "software/list";
    }

    @GetMapping("/new")
    String ask(Actor actor, Model model) {
        model.addAttribute("refusal", software.mayAdd(actor));
        model.addAttribute(FORM, SoftwareForm.empty());
        model.addAttribute("currencies", Money.CURRENCIES);
        return NEW;
    }

    @PostMapping("/new")
    String add(
            Actor actor,
            @ModelAttribute(FORM) SoftwareForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (FormErrors.reject(software.problems(actor, form), errors, model, response)) {
            model.addAttribute("currencies", Money.CURRENCIES);
            return NEW;
        }
        UUID id = software.add(actor, form);
        flash.addFlashAttribute("success", "software.added");
        return to(id);
    }

    private static String to(UUID id) {
        return "redirect:" + SoftwareService.PAGE + "/" + id;
    }

    @GetMapping("/{id}")
    String show(
            @PathVariable UUID id, Actor actor, @RequestParam(required = false) @Nullable String before, Model model) {
        model.addAttribute("shown", software.one(actor, id));
        model.addAttribute("sales", software.sales(actor, id, Parse.uuid(before).orElse(null)));
        return "software/product";
    }

    @GetMapping("/{id}/edit")
    String askEdit(@PathVariable UUID id, Actor actor, Model model) {
        SoftwareView.Shown shown = software.one(actor, id);
        model.addAttribute(FORM, SoftwareForm.of(shown.product()));
        return edit(shown, model);
    }

    private static String edit(SoftwareView.Shown shown, Model model) {
        model.addAttribute("shown", shown);
        model.addAttribute("currencies", Money.CURRENCIES);
        return EDIT;
    }

    @PostMapping("/{id}/edit")
    String edit(
            @PathVariable UUID id,
            Actor actor,
            @ModelAttribute(FORM) SoftwareForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        SoftwareView.Shown shown = software.one(actor, id);
        if (FormErrors.reject(software.problems(actor, form), errors, model, response)) {
            return edit(shown, model);
        }
        software.edit(actor, id, form);
        flash.addFlashAttribute("success", "software.edited");
        return to(id);
    }

    @PostMapping("/{id}/put-on-sale")
    String putOnSale(@PathVariable UUID id, Actor actor, RedirectAttributes flash) {
        software.putOnSale(actor, id);
        flash.addFlashAttribute("success", "software.put-on-sale.done");
        return to(id);
    }

    @GetMapping("/{id}/withdraw")
    String askWithdraw(@PathVariable UUID id, Actor actor, Model model) {
        model.addAttribute("shown", software.one(actor, id));
        return "software/withdraw";
    }

    @PostMapping("/{id}/withdraw")
    String withdraw(@PathVariable UUID id, Actor actor, RedirectAttributes flash) {
        software.withdraw(actor, id);
        flash.addFlashAttribute("success", "software.withdraw.done");
        return to(id);
    }
}
