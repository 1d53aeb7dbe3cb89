package org.partnerportal.security;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.tenant.TenantService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationFailureServiceExceptionEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Has the trail keep who signed in and out, and that somebody tried to. Whoever can't be recorded does not get in. */
@Service
@Transactional
class SignInTrail {

    private static final int LONGEST_ROUTE = 200;

    private final TenantService tenants;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SignInTrail(TenantService tenants, ApplicationEventPublisher events, Clock clock) {
        this.tenants = tenants;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    public void on(AuthenticationSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof PortalUser user) {
            signedIn(user.account());
        }
    }

    @EventListener
    public void on(AbstractAuthenticationFailureEvent event) {
        if (!(event instanceof AuthenticationFailureServiceExceptionEvent)) { // the database is away
            events.publishEvent(new SignInEvent.Failed(clock.instant()));
        }
    }

    public void passwordChanged(UUID account) {
        events.publishEvent(new SignInEvent.PasswordChanged(clock.instant(), tenants.who(account)));
    }

    @EventListener
    public void on(LogoutSuccessEvent event) {
        signedOut(event.getAuthentication());
    }

    public void signedIn(UUID account) {
        events.publishEvent(new SignInEvent.Succeeded(clock.instant(), tenants.who(account)));
    }

    public void signedOut(@Nullable Authentication authentication) {
        if (authentication != null && authentication.getPrincipal() instanceof PortalUser user) {
            events.publishEvent(new SignInEvent.Ended(clock.instant(), tenants.who(user.account())));
        }
    }

    public void endedOthers(UUID account, int sessions) {
        if (sessions > 0) {
            events.publishEvent(new SignInEvent.OthersEnded(clock.instant(), tenants.who(account), sessions));
        }
    }

    public void denied(PortalUser user, HttpServletRequest request) {
        String route = request.getMethod() + " " + request.getRequestURI();
        events.publishEvent(new SignInEvent.Denied(
                clock.instant(),
                tenants.who(user.account()),
                route.substring(0, Math.min(route.length(), LONGEST_ROUTE))));
    }
}
