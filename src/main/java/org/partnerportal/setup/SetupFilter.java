package org.partnerportal.setup;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Until the portal is set up every address leads to the setup page; afterwards this costs nothing. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2) // the request has its id, and no session is begun for it
class SetupFilter extends OncePerRequestFilter {

    /** What the setup page itself needs, and whatever watches over the portal. */
    private static final Set<String> OPEN =
            Set.of("setup", "assets", "webjars", "appearance", "favicon.ico", "error", "actuator");

    private final SetupService setups;

    SetupFilter(SetupService setups) {
        this.setups = setups;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isOpen(request.getRequestURI()) || setups.isDone()) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, "/setup");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static boolean isOpen(String path) {
        return OPEN.contains(path.split("/", 3)[1]);
    }
}
