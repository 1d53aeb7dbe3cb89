package org.partnerportal.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.OwnPath;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.DemoData;
import org.partnerportal.tenant.TenantService;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The sign-in page, and "Switch account". */
@Controller
class SignInController {

    /** What a feature keeps in the session under such a name goes along when somebody switches the account. */
    private static final String KEPT = "kept.";

    private final TenantService tenants;
    private final DemoData demoData;
    private final SignInTrail trail;

    SignInController(TenantService tenants, DemoData demoData, SignInTrail trail) {
        this.tenants = tenants;
        this.demoData = demoData;
        this.trail = trail;
    }

    @GetMapping("/sign-in")
    String signIn(
            @Nullable Actor actor,
            @RequestParam(name = SignInSuccess.CONTINUE, defaultValue = "") String continueAt,
            Model model) {
        if (actor != null) {
            return "redirect:" + OwnPath.orHome(continueAt);
        }
        model.addAttribute("continueAt", continueAt);
        model.addAttribute("demoAccounts", tenants.demoAccounts());
        model.addAttribute("demoPassword", demoData.password());
        return "security/sign-in";
    }

    /** Signs out, keeps what waits for the next person, and leads to sign-in and then to where the person came from. */
    @PostMapping("/switch-account")
    String switchAccount(
            @RequestParam(name = SignInSuccess.CONTINUE, defaultValue = "/") String continueAt,
            HttpServletRequest request,
            HttpServletResponse response) {
        Map<String, Object> kept = kept(request.getSession());
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        trail.signedOut(authentication);
        new SecurityContextLogoutHandler().logout(request, response, authentication);
        HttpSession next = request.getSession(true);
        kept.forEach(next::setAttribute);
        return "redirect:"
                + UriComponentsBuilder.fromPath("/sign-in")
                        .queryParam(SignInSuccess.CONTINUE, OwnPath.orHome(continueAt))
                        .encode()
                        .build()
                        .toUriString();
    }

    private static Map<String, Object> kept(HttpSession session) {
        Map<String, Object> kept = new HashMap<>();
        for (String name : Collections.list(session.getAttributeNames())) {
            if (name.startsWith(KEPT)) {
                kept.put(name, session.getAttribute(name));
            }
        }
        return kept;
    }
}
