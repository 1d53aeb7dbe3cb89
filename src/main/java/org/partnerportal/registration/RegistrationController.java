package org.partnerportal.registration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.FormErrors;
import org.partnerportal.shared.OwnPath;
import org.partnerportal.shared.Parse;
import org.partnerportal.tenant.Country;
import org.partnerportal.tenant.SignIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Register your organisation, and confirm the address by the mailed code. */
@Controller
@RequestMapping("/register")
class RegistrationController {

    private static final String SESSION_ATTRIBUTE = "registration";
    private static final String CONTINUE = "registration.continue";

    private final RegistrationService registrations;
    private final SignIn signIn;

    RegistrationController(RegistrationService registrations, SignIn signIn) {
        this.registrations = registrations;
        this.signIn = signIn;
    }

    @GetMapping
    String ask(
            Locale locale,
            @RequestParam(name = "continue", required = false) @Nullable String continueAt,
            HttpSession session,
            Model model) {
        if (continueAt != null) {
            session.setAttribute(CONTINUE, continueAt);
        }
        model.addAttribute("form", RegistrationForm.empty(Country.likely(locale), locale.getLanguage()));
        return form(locale, model);
    }

    private static String form(Locale locale, Model model) {
        model.addAttribute("countries", Country.all(locale));
        return "registration/register";
    }

    @PostMapping
    String register(
            @ModelAttribute("form") RegistrationForm form,
            BindingResult errors,
            Locale locale,
            HttpSession session,
            Model model,
            HttpServletResponse response) {
        NewOrganisation organisation = form.organisationToRegister();
        if (FormErrors.reject(registrations.check(organisation).stream(), errors, model, response)) {
            return form(locale, model);
        }
        UUID id = registrations.register(form.registration(), organisation, Parse.zone(form.zone()));
        session.setAttribute(SESSION_ATTRIBUTE, id.toString());
        return "redirect:/register/confirm";
    }

    @GetMapping("/confirm")
    String askCode(HttpSession session, Model model) {
        Optional<String> email = registration(session).flatMap(registrations::waiting);
        model.addAttribute("email", email.orElse(null));
        return "registration/confirm";
    }

    @PostMapping("/confirm")
    String confirm(
            @RequestParam(defaultValue = "") String code,
            HttpSession session,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Optional<UUID> id = registration(session);
        if (id.isEmpty()) {
            return "redirect:/register";
        }
        RegistrationService.Outcome outcome = registrations.confirm(id.get(), code);
        if (outcome instanceof RegistrationService.Outcome.Refused refused) {
            model.addAttribute("invalid", true);
            response.setStatus(refused.refusal().kind().status());
            model.addAttribute("refusal", refused.refusal());
            return askCode(session, model);
        }
        session.removeAttribute(SESSION_ATTRIBUTE);
        var registered = (RegistrationService.Outcome.Registered) outcome;
        signIn.signIn(registered.account(), request, response);
        flash.addFlashAttribute("success", registered.joined() ? "registration.joined" : "registration.done");
        String continueAt = (String) session.getAttribute(CONTINUE);
        session.removeAttribute(CONTINUE);
        return "redirect:" + OwnPath.orHome(continueAt);
    }

    private static Optional<UUID> registration(HttpSession session) {
        return Parse.uuid((String) session.getAttribute(SESSION_ATTRIBUTE));
    }
}
