package org.partnerportal.home;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Languages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/** English or Japanese: as chosen on a page or kept with the account (a cookie), else as the browser asks. */
@Component("localeResolver")
class PortalLocales implements LocaleResolver {

    private static final String COOKIE = "language";
    private static final Duration KEPT = Duration.ofDays(365);

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        Object chosenNow = request.getAttribute(COOKIE);
        if (chosenNow instanceof Locale locale) {
            return locale;
        }
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return supported(cookie == null ? null : cookie.getValue())
                .or(() -> Collections.list(request.getLocales()).stream()
                        .map(locale -> supported(locale.getLanguage()))
                        .flatMap(Optional::stream)
                        .findFirst())
                .orElse(Locale.ENGLISH);
    }

    static Optional<Locale> supported(@Nullable String language) {
        return Languages.LOCALES.stream()
                .filter(locale -> locale.getLanguage().equals(language))
                .findFirst();
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (response == null || locale == null) {
            return;
        }
        request.setAttribute(COOKIE, locale);
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, COOKIE, locale.getLanguage()));
    }

    static String cookie(HttpServletRequest request, String name, String value) {
        return ResponseCookie.from(name, value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(KEPT)
                .build()
                .toString();
    }
}
