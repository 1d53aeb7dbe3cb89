package org.partnerportal.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.partnerportal.tenant.Actor;
import org.springframework.web.servlet.HandlerInterceptor;

/** For everybody but an operator there are no operator's pages. */
class OperatorPages implements HandlerInterceptor {

    static final String PATHS = "/operator/**";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (request.getAttribute(CurrentActor.ATTRIBUTE) instanceof Actor actor && actor.isOperator()) {
            return true;
        }
        response.sendError(HttpServletResponse.SC_NOT_FOUND); // the error page is made by a request of its own
        return false;
    }
}
