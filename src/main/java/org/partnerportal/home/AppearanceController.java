package org.partnerportal.home;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.OwnPath;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantService;
import org.partnerportal.tenant.Theme;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Language and look, switchable on every page; kept with the account for people who are signed in. */
@Controller
class AppearanceController {

    private final PortalLocales locales;
    private final TenantService tenants;

    AppearanceController(PortalLocales locales, TenantService tenants) {
        this.locales = locales;
        this.tenants = tenants;
    }

    @PostMapping("/appearance")
    String change(
            @Nullable Actor actor,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(name = "continue", defaultValue = "/") String continueAt,
            HttpServletRequest request,
            HttpServletResponse response) {
        PortalLocales.supported(language).ifPresent(locale -> {
            locales.setLocale(request, response, locale);
            if (actor != null) {
                tenants.readIn(actor.account(), locale);
            }
        });
        if (theme != null && PageInterceptor.isTheme(theme)) {
            response.addHeader(HttpHeaders.SET_COOKIE, PortalLocales.cookie(request, PageInterceptor.THEME, theme));
            if (actor != null) {
                tenants.prefer(
                        actor.account(), actor.locale(), actor.zone(), Theme.valueOf(theme.toUpperCase(Locale.ROOT)));
            }
        }
        return "redirect:" + OwnPath.orHome(continueAt);
    }
}
