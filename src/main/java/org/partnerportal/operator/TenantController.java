package org.partnerportal.operator;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.FormErrors;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.Country;
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

/** Operator > Organisations: see them, create one, switch one off and on, make one a partner, invite its first administrator. */
@Controller
@RequestMapping("/operator/tenants")
class TenantController {

    private final OperatorService operator;

    TenantController(OperatorService operator) {
        this.operator = operator;
    }

    @GetMapping
    String list(
            Actor actor,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String before,
            Model model) {
        TenantFilter filter = TenantFilter.of(show, q, before);
        model.addAttribute("filter", filter);
        model.addAttribute("shows", TenantFilter.Show.values());
        model.addAttribute("list", operator.tenants(actor, filter));
        return "operator/tenants";
    }

    @GetMapping("/new")
    String compose(Locale locale, Model model) {
        model.addAttribute("form", TenantForm.empty(Country.likely(locale), locale.getLanguage()));
        return newTenant(locale, model);
    }

    private static String newTenant(Locale locale, Model model) {
        model.addAttribute("countries", Country.all(locale));
        return "operator/new-tenant";
    }

    @PostMapping("/new")
    String create(
            Actor actor,
            @ModelAttribute("form") TenantForm form,
            BindingResult errors,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (operator.isCreated(actor, form)) {
            return page(form.tenant()); // the second click of two
        }
        if (FormErrors.reject(operator.check(actor, form).stream(), errors, model, response)) {
            return newTenant(locale, model);
        }
        return done(operator.create(actor, form), "operator.tenant.created", flash);
    }

    private static String page(UUID tenant) {
        return "redirect:/operator/tenants/" + tenant;
    }

    private static String done(UUID tenant, String message, RedirectAttributes flash) {
        flash.addFlashAttribute("success", message);
        return page(tenant);
    }

    @GetMapping("/{tenant}")
    String show(@PathVariable UUID tenant, Actor actor, Model model) {
        TenantDetails details = operator.tenant(actor, tenant);
        model.addAttribute("tenant", details);
        model.addAttribute("disableRefusal", details.disable(actor).orElse(null));
        model.addAttribute("partnerRefusal", details.makePartner(actor).orElse(null));
        model.addAttribute("inviteRefusal", details.inviteAdministrator(actor).orElse(null));
        return "operator/tenant";
    }

    /** The question, as a page for browsers without dialogs. */
    private String ask(String action, UUID tenant, Actor actor, Model model) {
        TenantDetails details = operator.tenant(actor, tenant);
        model.addAttribute("action", action);
        model.addAttribute("tenant", details);
        model.addAttribute(
                "refusal", action.equals("disable") ? details.disable(actor).orElse(null) : null);
        return "operator/ask-tenant";
    }

    @GetMapping("/{tenant}/disable")
    String askDisable(@PathVariable UUID tenant, Actor actor, Model model) {
        return ask("disable", tenant, actor, model);
    }

    @PostMapping("/{tenant}/disable")
    String disable(@PathVariable UUID tenant, Actor actor, RedirectAttributes flash) {
        operator.disable(actor, tenant);
        return done(tenant, "operator.tenant.disabled", flash);
    }

    @GetMapping("/{tenant}/enable")
    String askEnable(@PathVariable UUID tenant, Actor actor, Model model) {
        return ask("enable", tenant, actor, model);
    }

    @PostMapping("/{tenant}/enable")
    String enable(@PathVariable UUID tenant, Actor actor, RedirectAttributes flash) {
        operator.enable(actor, tenant);
        return done(tenant, "operator.tenant.enabled", flash);
    }

    @GetMapping("/{tenant}/make-partner")
    String askProfile(@PathVariable UUID tenant, Actor actor, Model model) {
        model.addAttribute("form", new ProfileForm("", ""));
        return profile(operator.tenant(actor, tenant), actor, model);
    }

    private static String profile(TenantDetails tenant, Actor actor, Model model) {
        model.addAttribute("tenant", tenant);
        model.addAttribute("refusal", tenant.makePartner(actor).orElse(null));
        return "operator/make-partner";
    }

    @PostMapping("/{tenant}/make-partner")
    String makePartner(
            @PathVariable UUID tenant,
            Actor actor,
            @ModelAttribute("form") ProfileForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        TenantDetails details = operator.tenant(actor, tenant);
        if (FormErrors.reject(operator.check(actor, form).stream(), errors, model, response)) {
            return profile(details, actor, model);
        }
        operator.makePartner(actor, tenant, form);
        return done(tenant, "operator.tenant.made-partner", flash);
    }

    @GetMapping("/{tenant}/invite-admin")
    String askAdministrator(@PathVariable UUID tenant, Actor actor, Locale locale, Model model) {
        TenantDetails details = operator.tenant(actor, tenant);
        AdministratorForm form = details.waiting()
                .map(waiting -> AdministratorForm.of(waiting.name(), waiting.email(), waiting.language()))
                .orElseGet(() -> AdministratorForm.of("", "", locale.getLanguage()));
        model.addAttribute("form", form);
        return administrator(details, actor, model);
    }

    private static String administrator(TenantDetails tenant, Actor actor, Model model) {
        model.addAttribute("tenant", tenant);
        model.addAttribute("waiting", tenant.waiting().orElse(null));
        model.addAttribute("refusal", tenant.inviteAdministrator(actor).orElse(null));
        return "operator/invite-admin";
    }

    @PostMapping("/{tenant}/invite-admin")
    String inviteAdministrator(
            @PathVariable UUID tenant,
            Actor actor,
            @ModelAttribute("form") AdministratorForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        TenantDetails details = operator.tenant(actor, tenant);
        if (FormErrors.reject(operator.check(actor, tenant, form).stream(), errors, model, response)) {
            return administrator(details, actor, model);
        }
        operator.inviteAdministrator(actor, tenant, form);
        return done(tenant, "operator.tenant.invited", flash);
    }
}
