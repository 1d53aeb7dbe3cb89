package org.partnerportal.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.partnerportal.shared.Languages;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantService;
import org.partnerportal.tenant.Theme;
import org.springframework.session.Session;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The person's own page: language, time zone, look, and where the person is signed in. */
@Controller
@RequestMapping("/account")
class AccountController {

    private final TenantService tenants;
    private final OwnSessions sessions;
    private final LocaleResolver locales;
    private final SignInTrail trail;

    AccountController(TenantService tenants, OwnSessions sessions, LocaleResolver locales, SignInTrail trail) {
        this.tenants = tenants;
        this.sessions = sessions;
        this.locales = locales;
        this.trail = trail;
    }

    /** One of the person's sessions, and the browser that it was begun with. */
    record OwnSession(BrowserName browser, Instant begun, Instant lastUsed, boolean current) {

        static OwnSession of(Session session, String current) {
            return new OwnSession(
                    BrowserName.of(session.getAttributeOrDefault(SignInSuccess.BROWSER, "")),
                    session.getCreationTime(),
                    session.getLastAccessedTime(),
                    session.getId().equals(current));
        }
    }

    @GetMapping
    String show(Actor actor, HttpSession session, Locale locale, Model model) {
        List<ZoneRegion> zones = ZoneRegion.all(locale);
        model.addAttribute("zones", zones);
        boolean utc = actor.zone().normalized().equals(ZoneOffset.UTC);
        model.addAttribute("utc", utc);
        model.addAttribute(
                "otherZone",
                !utc
                        && zones.stream()
                                .noneMatch(
                                        region -> region.contains(actor.zone().getId())));
        model.addAttribute(
                "sessions",
                sessions.of(actor.account()).stream()
                        .map(each -> OwnSession.of(each, session.getId()))
                        .sorted(Comparator.comparing(OwnSession::lastUsed).reversed())
                        .toList());
        return "security/account";
    }

    @PostMapping
    String save(
            Actor actor,
            @RequestParam String language,
            @RequestParam String zone,
            @RequestParam Theme theme,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (!Languages.CODES.contains(language)) {
            throw new NotFoundException();
        }
        Locale locale = Locale.forLanguageTag(language);
        tenants.prefer(actor.account(), locale, zone(zone), theme);
        locales.setLocale(request, response, locale);
        flash.addFlashAttribute("success", "account.saved");
        return "redirect:/account";
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new NotFoundException();
        }
    }

    /** Ends all of the person's sessions but this one. */
    @PostMapping("/end-sessions")
    String endSessions(Actor actor, HttpSession session, RedirectAttributes flash) {
        int ended = sessions.endOthers(actor.account(), session.getId());
        trail.endedOthers(actor.account(), ended);
        flash.addFlashAttribute("success", "account.sessions.ended");
        return "redirect:/account";
    }
}
