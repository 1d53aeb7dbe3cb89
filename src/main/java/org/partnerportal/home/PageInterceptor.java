package org.partnerportal.home;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.partnerportal.entrarole.EntraRoles;
import org.partnerportal.shared.Languages;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.DemoData;
import org.partnerportal.tenant.Theme;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.WebUtils;

/** Gives every page, error pages too, what its layout needs. */
@Configuration(proxyBeanMethods = false)
class PageInterceptor implements HandlerInterceptor, WebMvcConfigurer {

    static final String THEME = "theme";

    private final Icons icons;
    private final EntraRoles entraRoles;
    private final DemoData demoData;
    private final MessageSource messages;
    private final Clock clock;

    PageInterceptor(Icons icons, EntraRoles entraRoles, DemoData demoData, MessageSource messages, Clock clock) {
        this.icons = icons;
        this.entraRoles = entraRoles;
        this.demoData = demoData;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).excludePathPatterns("/assets/**", "/webjars/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) == null
                && request.getRequestURI().equals("/error")) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND); // where nothing failed there is no such page
            return false;
        }
        Locale locale = LocaleContextHolder.getLocale();
        Actor actor = (Actor) request.getAttribute("actor");
        ZoneId zone = actor == null ? ZoneOffset.UTC : actor.zone();
        LocaleContextHolder.setTimeZone(TimeZone.getTimeZone(zone));
        // attributes, since templates may not reach beans where they write unescaped text
        request.setAttribute("icons", icons);
        request.setAttribute("entraRoles", entraRoles);
        request.setAttribute("dates", new Dates(locale, zone, clock.instant(), messages));
        request.setAttribute(
                "page", new Page(path(request), locale, Languages.LOCALES, theme(request, actor), demoData.isOn()));
        return true;
    }

    private static String path(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = Objects.toString(failed, request.getRequestURI());
        String query = request.getQueryString();
        boolean whole = failed == null && query != null && request.getMethod().equals(HttpMethod.GET.name());
        return whole ? path + "?" + query : path;
    }

    private static String theme(HttpServletRequest request, @Nullable Actor actor) {
        Cookie cookie = WebUtils.getCookie(request, THEME);
        if (actor != null) {
            return actor.theme().name().toLowerCase(Locale.ROOT);
        }
        return cookie == null || !isTheme(cookie.getValue()) ? "system" : cookie.getValue();
    }

    static boolean isTheme(String text) {
        for (Theme theme : Theme.values()) {
            if (theme.name().toLowerCase(Locale.ROOT).equals(text)) {
                return true;
            }
        }
        return false;
    }
}
