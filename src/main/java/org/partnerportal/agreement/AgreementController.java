package org.partnerportal.agreement;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import org.partnerportal.shared.FormErrors;
import org.partnerportal.shared.Origin;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantService;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page "Accept agreement", the agreement's text, and the record. */
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
        model.addAttribute("mayAccept", AgreementRules.mayAccept(actor));
        model.addAttribute("administrators", tenants.billingAdministrators(actor.tenant()));
        return "agreement/agreement";
    }

    @GetMapping("/text")
    String text(Locale locale, Model model) {
        model.addAttribute("text", agreements.page(locale));
        return "agreement/text";
    }

    /** The record as a document to keep. */
    @GetMapping("/records/{id}")
    String record(@PathVariable UUID id, Actor actor, Model model, HttpServletResponse response) {
        AgreementRecord acceptance = agreements.record(actor.tenant(), id);
        model.addAttribute("record", acceptance);
        model.addAttribute("customer", tenants.tenant(acceptance.customer()));
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("agreement-" + acceptance.reference() + ".html")
                        .build()
                        .toString());
        return "agreement/record";
    }
}
