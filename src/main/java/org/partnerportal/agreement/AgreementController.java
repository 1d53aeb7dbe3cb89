package org.partnerportal.agreement;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import org.partnerportal.shared.FormErrors;
import org.partnerportal.shared.Origin;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantService;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page "Accept agreement", and what each version says. */
@Controller
@RequestMapping("/billing/agreement")
class AgreementController {

    private final AgreementService agreements;
    private final TenantService tenants;

    AgreementController(AgreementService agreements, TenantService tenants) {
        this.agreements = agreements;
        this.tenants = tenants;
    }

    @GetMapping
    String show(Actor actor, Locale locale, Model model) {
        CurrentAgreement current = agreements.current(locale);
        model.addAttribute("form", new AgreementForm(current.id().toString(), current.language(), null));
        return page(actor, current, model);
    }

    @PostMapping
    String accept(
            Actor actor,
            Origin origin,
            Locale locale,
            @ModelAttribute("form") AgreementForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        CurrentAgreement current = agreements.current(locale);
        var refusals = AgreementRules.accept(actor, form.shown(), current.id(), form.hasRead()).stream();
        if (agreements.accepted(actor.tenant()).isEmpty() && FormErrors.reject(refusals, errors, model, response)) {
            return page(actor, current, model);
        }
        agreements.accept(actor, form.shown(), form.shownIn(), form.hasRead(), Place.AGREEMENT_PAGE, origin);
        flash.addFlashAttribute("success", "agreement.accepted.done");
        return "redirect:/settings/partner-relationships";
    }

    private String page(Actor actor, CurrentAgreement current, Model model) {
        model.addAttribute("agreement", current);
        model.addAttribute("record", agreements.accepted(actor.tenant()).orElse(null));
        model.addAttribute("records", agreements.records(actor.tenant()));
        model.addAttribute("mayAccept", AgreementRules.mayAccept(actor));
        model.addAttribute("administrators", tenants.billingAdministrators(actor.tenant()));
        return "agreement/agreement";
    }

    /** What the version in force says. */
    @GetMapping("/text")
    String text(Locale locale, Model model) {
        model.addAttribute("text", agreements.page(locale));
        return "agreement/text";
    }

    /** What any version says, also one that is replaced: whoever accepted it can read it for ever. */
    @GetMapping("/versions/{version}/{language}")
    String text(@PathVariable UUID version, @PathVariable String language, Model model) {
        model.addAttribute("text", agreements.page(version, language));
        return "agreement/text";
    }

    @GetMapping("/versions/{version}/{language}/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable UUID version, @PathVariable String language) {
        byte[] pdf = agreements.pdf(version, language);
        return PdfDownload.of("agreement-" + agreements.page(version, language).name() + "-" + language, pdf);
    }
}
