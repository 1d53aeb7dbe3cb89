package org.partnerportal.passwordlink;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.EmailAddress;
import org.partnerportal.shared.FormErrors;
import org.partnerportal.shared.Origin;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.Passwords;
import org.partnerportal.tenant.SignIn;
import org.partnerportal.tenant.TenantRefusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where mailed links to a password arrive, and where one is asked for. A link moves to the session and out of the address at
 * once; opening it changes nothing.
 */
@Controller
class PasswordLinkController {

    private static final String SESSION_ATTRIBUTE = "passwordLink";

    private final PasswordLinkService links;
    private final Passwords passwords;
    private final SignIn signIn;

    PasswordLinkController(PasswordLinkService links, Passwords passwords, SignIn signIn) {
        this.links = links;
        this.passwords = passwords;
        this.signIn = signIn;
    }

    @GetMapping("/p/{token}")
    ResponseEntity<Void> follow(@PathVariable String token, HttpSession session) {
        session.setAttribute(SESSION_ATTRIBUTE, new PasswordToken(token).sha256());
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/password")
                .build();
    }

    @GetMapping("/password")
    String ask(@Nullable Actor actor, HttpSession session, Model model) {
        Optional<String> link = link(session);
        if (link.isEmpty() && actor != null) {
            return "redirect:/"; // the password is chosen already
        }
        model.addAttribute("form", new PasswordForm(""));
        return page(link, model);
    }

    private String page(Optional<String> link, Model model) {
        model.addAttribute("owner", link.flatMap(links::owner).orElse(null));
        return "passwordlink/choose";
    }

    private static Optional<String> link(HttpSession session) {
        return Optional.ofNullable((String) session.getAttribute(SESSION_ATTRIBUTE));
    }

    @PostMapping("/password")
    String choose(
            @ModelAttribute("form") PasswordForm form,
            BindingResult errors,
            HttpSession session,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Optional<String> link = link(session);
        if (link.isEmpty()) {
            return "redirect:/password";
        }
        if (FormErrors.reject(passwords.check(form.chosen()).stream(), errors, model, response)) {
            return page(link, model);
        }
        var account = links.choose(link.get(), form.chosen());
        session.removeAttribute(SESSION_ATTRIBUTE);
        signIn.signInAlone(account, request, response);
        flash.addFlashAttribute("success", "password.done");
        return "redirect:/";
    }

    @GetMapping("/password/forgotten")
    String askAddress(Model model) {
        model.addAttribute("form", ForgottenForm.empty());
        return "passwordlink/forgotten";
    }

    /** Answers the same for every address. */
    @PostMapping("/password/forgotten")
    String forget(
            @ModelAttribute("form") ForgottenForm form,
            BindingResult errors,
            Origin origin,
            Model model,
            HttpServletResponse response) {
        Optional<TenantRefusal> malformed = Optional.of(TenantRefusal.EMAIL_MALFORMED)
                .filter(refusal -> !EmailAddress.isWellFormed(form.address()));
        if (FormErrors.reject(malformed.stream(), errors, model, response)) {
            return "passwordlink/forgotten";
        }
        links.forget(form.request(), form.address(), origin);
        return "redirect:/password/forgotten?sent";
    }
}
