package org.partnerportal.security;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantService;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Reads the current person afresh for every request, so that a changed role works on the next one and a disabled account
 * is out on the next one; ends sessions that have lasted for 8 hours.
 */
@Component
class CurrentActor implements HandlerInterceptor, HandlerMethodArgumentResolver {

    /** Templates know the person under the same name. */
    static final String ATTRIBUTE = "actor";

    /** What somebody with a temporary password can do before choosing another. */
    private static final Set<String> BEFORE_PASSWORD =
            Set.of(PasswordController.PAGE, "/appearance", "/switch-account");

    private final TenantService tenants;
    private final SignInTrail trail;
    private final Clock clock;

    CurrentActor(TenantService tenants, SignInTrail trail, Clock clock) {
        this.tenants = tenants;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        boolean known = request.getAttribute(ATTRIBUTE) != null;
        if (known || authentication == null || !(authentication.getPrincipal() instanceof PortalUser user)) {
            return true;
        }
        Optional<Actor> actor = SessionRules.isOver(user.signedInAt(), clock.instant())
                ? Optional.empty()
                : tenants.actor(user.account());
        if (actor.isPresent()) {
            request.setAttribute(ATTRIBUTE, actor.get());
            return !actor.get().passwordTemporary() || isChoosing(request) || toPassword(response);
        }
        trail.signedOut(authentication);
        new SecurityContextLogoutHandler().logout(request, response, authentication);
        if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) != null) {
            return true;
        }
        response.sendRedirect("/sign-in?ended");
        return false;
    }

    /** Whether the person is about to choose another password, or leaves; errors are shown too. */
    private static boolean isChoosing(HttpServletRequest request) {
        return BEFORE_PASSWORD.contains(request.getRequestURI())
                || request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) != null;
    }

    private static boolean toPassword(HttpServletResponse response) throws IOException {
        response.sendRedirect(PasswordController.PAGE);
        return false;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(Actor.class);
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
    }
}
