package org.partnerportal.security;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.partnerportal.shared.FormErrors;
import org.partnerportal.shared.Origin;
import org.partnerportal.tenant.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The person's own password; whoever has a temporary one comes here before anything else. */
@Controller
@RequestMapping(PasswordController.PAGE)
class PasswordController {

    static final String PAGE = "/account/password";

    private final OwnPassword password;
    private final OwnSessions sessions;

    PasswordController(OwnPassword password, OwnSessions sessions) {
        this.password = password;
        this.sessions = sessions;
    }

    @GetMapping
    String ask(Actor actor, Model model) {
        model.addAttribute("form", new ChangePasswordForm(password.shown(actor), "", ""));
        return "security/password";
    }

    @PostMapping
    String change(
            Actor actor,
            @ModelAttribute("form") ChangePasswordForm form,
            BindingResult errors,
            Origin origin,
            HttpSession session,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (FormErrors.reject(
                password.change(actor, form.passwordShown(), form.present(), form.chosen(), origin).stream(),
                errors,
                model,
                response)) {
            return "security/password";
        }
        sessions.endOthers(actor.account(), session.getId());
        flash.addFlashAttribute("success", "account.password.done");
        return "redirect:" + (actor.passwordTemporary() ? "/" : "/account");
    }
}
