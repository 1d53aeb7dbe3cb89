package org.partnerportal.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.partnerportal.shared.OwnPath;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A form sent after its session was lost carries a token that nobody knows any more. Such a person is led to sign in and
 * comes back to the form's page; everybody else gets the page that refuses.
 */
@Component
class LostSession implements AccessDeniedHandler {

    /** Pages of people who are not signed in: whoever signs in has no use for them. */
    private static final List<String> OWN_PAGES = List.of("/sign-", "/register", "/appearance", "/setup", "/password");

    private final AccessDeniedHandler refusal = new AccessDeniedHandlerImpl();
    private final SignInTrail trail;

    LostSession(SignInTrail trail) {
        this.trail = trail;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException exception)
            throws IOException, ServletException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        boolean signedIn = false;
        if (authentication != null && authentication.getPrincipal() instanceof PortalUser user) {
            signedIn = true;
            trail.denied(user, request);
        }
        if (signedIn || !(exception instanceof CsrfException)) {
            refusal.handle(request, response, exception);
            return;
        }
        String path = request.getRequestURI();
        boolean ownPage = OWN_PAGES.stream().anyMatch(path::startsWith);
        response.sendRedirect(UriComponentsBuilder.fromPath("/sign-in")
                .queryParam("lost")
                .queryParam(SignInSuccess.CONTINUE, ownPage ? "/" : OwnPath.orHome(path))
                .encode()
                .build()
                .toUriString());
    }
}
