package org.partnerportal.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** Leads to the sign-in page, which says so where a session was lost: it lasted too long, or somebody ended it. */
class SignInFirst extends LoginUrlAuthenticationEntryPoint {

    SignInFirst(String page) {
        super(page);
    }

    @Override
    protected String determineUrlToUseForThisRequest(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException exception) {
        boolean lost = request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
        return lost ? getLoginFormUrl() + "?lost" : getLoginFormUrl();
    }
}
