package org.partnerportal.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.partnerportal.shared.OwnPath;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Back to the sign-in page, which says only that address and password do not fit, or to whoever knows the password that the
 * account is switched off; where to go afterwards is kept.
 */
class SignInFailure implements AuthenticationFailureHandler {

    private final SignInLimit limit;

    SignInFailure(SignInLimit limit) {
        this.limit = limit;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        if (exception instanceof InternalAuthenticationServiceException
                && exception.getCause() instanceof RuntimeException fault) {
            throw fault; // the database is away: that is no wrong password
        }
        limit.failed(SignInLimitFilter.origin(request));
        String continueAt = request.getParameter(SignInSuccess.CONTINUE);
        var address = UriComponentsBuilder.fromPath("/sign-in")
                .queryParam(exception instanceof DisabledException ? "disabled" : "error");
        if (continueAt != null && !continueAt.isEmpty()) {
            address.queryParam(SignInSuccess.CONTINUE, OwnPath.orHome(continueAt));
        }
        response.sendRedirect(address.encode().build().toUriString());
    }
}
