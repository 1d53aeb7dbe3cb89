package org.partnerportal.setup;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.FormErrors;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.Parse;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.Country;
import org.partnerportal.tenant.SignIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The setup page; once the portal is set up there is none. */
@Controller
@RequestMapping("/setup")
class SetupController {

    private final SetupService setups;
    private final SignIn signIn;

    SetupController(SetupService setups, SignIn signIn) {
        this.setups = setups;
        this.signIn = signIn;
    }

    @GetMapping
    String ask(Locale locale, Model model) {
        hideOnceDone();
        model.addAttribute("form", SetupForm.empty(Country.likely(locale), locale.getLanguage()));
        return page(locale, model);
    }

    private void hideOnceDone() {
        if (setups.isDone()) {
            throw new NotFoundException();
        }
    }

    private static String page(Locale locale, Model model) {
        model.addAttribute("countries", Country.all(locale));
        model.addAttribute("alone", true); // there is nowhere else to go
        return "setup/setup";
    }

    @PostMapping
    String setUp(
            @Nullable Actor actor,
            @ModelAttribute("form") SetupForm form,
            BindingResult errors,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (actor != null && actor.isOperator()) {
            return "redirect:/"; // the second click of two
        }
        hideOnceDone();
        NewOperator operator = form.operator();
        if (FormErrors.reject(setups.check(form.typedCode(), operator).stream(), errors, model, response)) {
            return page(locale, model);
        }
        UUID account = setups.setUp(form.typedCode(), operator, Parse.zone(form.zone()));
        signIn.signIn(account, request, response);
        flash.addFlashAttribute("success", "setup.done");
        return "redirect:/";
    }
}
