package org.partnerportal.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import org.partnerportal.shared.OwnPath;
import org.partnerportal.tenant.SignIn;
import org.partnerportal.tenant.TenantService;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** After sign-in: the person's own language, and back to where the person wanted to go. */
@Component
class SignInSuccess extends SavedRequestAwareAuthenticationSuccessHandler implements SignIn {

    static final String CONTINUE = "continue";

    /** Under this name a session knows the browser that it was begun with. */
    static final String BROWSER = "browser";

    private final TenantService tenants;
    private final SignInLimit limit;
    private final LocaleResolver locales;
    private final OwnSessions sessions;
    private final SignInTrail trail;
    private final Clock clock;

    SignInSuccess(
            TenantService tenants,
            SignInLimit limit,
            LocaleResolver locales,
            OwnSessions sessions,
            SignInTrail trail,
            Clock clock) {
        this.tenants = tenants;
        this.limit = limit;
        this.locales = locales;
        this.sessions = sessions;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, jakarta.servlet.ServletException {
        limit.succeeded(SignInLimitFilter.email(request), SignInLimitFilter.origin(request));
        request.getSession().setAttribute(BROWSER, OriginResolver.browser(request));
        if (authentication.getPrincipal() instanceof PortalUser user) {
            locales.setLocale(request, response, tenants.contact(user.account()).locale());
        }
        String continueAt = request.getParameter(CONTINUE);
        if (continueAt == null || continueAt.isEmpty()) {
            super.onAuthenticationSuccess(request, response, authentication);
        } else {
            response.sendRedirect(OwnPath.orHome(continueAt));
        }
    }

    @Override
    public void signIn(UUID account, HttpServletRequest request, HttpServletResponse response) {
        trail.signedIn(account);
        var user = new PortalUser(account, null, true, clock.instant());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
        SecurityContextHolder.setContext(context);
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        request.getSession().setAttribute(BROWSER, OriginResolver.browser(request));
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
        locales.setLocale(request, response, tenants.contact(account).locale());
    }

    @Override
    public void signInAlone(UUID account, HttpServletRequest request, HttpServletResponse response) {
        // before the own session changes its id: until then the database knows it by the old one
        HttpSession own = request.getSession(false);
        sessions.endOthers(account, own == null ? "" : own.getId());
        signIn(account, request, response);
    }
}
