package org.partnerportal.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.tenant.Actor;
import org.springframework.web.servlet.HandlerInterceptor;

/** For everybody but an operator there are no operator's pages. */
class OperatorPages implements HandlerInterceptor {

    static final String PATHS = "/operator/**";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getAttribute(CurrentActor.ATTRIBUTE) instanceof Actor actor && actor.isOperator()) {
            return true;
        }
        throw new NotFoundException();
    }
}
