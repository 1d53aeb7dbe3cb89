package org.partnerportal.referral;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.FormErrors;
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

/** Partner Center > Referrals: the inbox, and one request with everything that is done with it. */
@Controller
@RequestMapping("/partner/referrals")
class ReferralController {

    private static final String ONE = "redirect:/partner/referrals/{id}";

    private final ReferralInbox inbox;

    ReferralController(ReferralInbox inbox) {
        this.inbox = inbox;
    }

    @GetMapping
    String list(
            Actor actor,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String before,
            Model model) {
        ReferralFilter filter = inbox.known(actor, ReferralFilter.of(show, q, before));
        model.addAttribute("filter", filter);
        model.addAttribute("shows", ReferralFilter.Show.values());
        model.addAttribute("list", inbox.received(actor, filter));
        return "referral/list";
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Actor actor, Model model) {
        model.addAttribute("form", NoteForm.empty());
        return page(id, actor, model);
    }

    private String page(UUID id, Actor actor, Model model) {
        model.addAttribute("received", inbox.receivedOne(actor, id));
        return "referral/referral";
    }

    @PostMapping("/{id}/assign")
    String assign(
            @PathVariable UUID id,
            Actor actor,
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String shown,
            RedirectAttributes flash) {
        inbox.assign(
                actor, id, Parse.uuid(person).orElse(null), Parse.uuid(shown).orElse(null));
        flash.addFlashAttribute("success", "referral.assigned");
        return ONE;
    }

    @PostMapping("/{id}/note")
    String note(
            @PathVariable UUID id,
            Actor actor,
            @ModelAttribute("form") NoteForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (FormErrors.reject(inbox.checkNote(actor, form.text()).stream(), errors, model, response)) {
            return page(id, actor, model);
        }
        inbox.note(actor, id, form.step(), form.text());
        flash.addFlashAttribute("success", "referral.noted");
        return ONE;
    }

    @GetMapping("/{id}/close")
    String askClose(@PathVariable UUID id, Actor actor, Model model) {
        model.addAttribute("form", new CloseForm("", ""));
        return closePage(id, actor, model);
    }

    private String closePage(UUID id, Actor actor, Model model) {
        model.addAttribute("received", inbox.receivedOne(actor, id));
        return "referral/close";
    }

    @PostMapping("/{id}/close")
    String close(
            @PathVariable UUID id,
            Actor actor,
            @ModelAttribute("form") CloseForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (FormErrors.reject(inbox.checkClose(actor, id, form.how(), form.text()).stream(), errors, model, response)) {
            return closePage(id, actor, model);
        }
        inbox.close(actor, id, form.how(), form.text());
        flash.addFlashAttribute("success", "referral.closed");
        return ONE;
    }
}
