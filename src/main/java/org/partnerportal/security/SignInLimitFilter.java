package org.partnerportal.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Limited;
import org.partnerportal.shared.Origin;
import org.partnerportal.shared.OwnPath;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/** Stands before the sign-in: after too many failures no password is looked at, and a page says from when it is again. */
class SignInLimitFilter extends OncePerRequestFilter {

    /** The very matcher of the sign-in that stands behind, so that both see the same requests. */
    private static final RequestMatcher SIGN_IN =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/sign-in");

    private static final String EMAIL = "email";

    private final SignInLimit limit;

    SignInLimitFilter(SignInLimit limit) {
        this.limit = limit;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !SIGN_IN.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Limited> limited = limit.begin(email(request), origin(request));
        if (limited.isEmpty()) {
            chain.doFilter(
                    email(request).chars().anyMatch(SignInLimitFilter::isUnseen) ? nobody(request) : request, response);
            return;
        }
        limited.get().tell(response);
        request.setAttribute(Limited.ATTRIBUTE, limited.get());
        request.setAttribute("back", back(request));
        response.sendError(limited.get().refusal().kind().status());
    }

    private static boolean isUnseen(int sign) {
        return Character.isISOControl(sign) && !Character.isWhitespace(sign);
    }

    /** The sign-in behind would cut off what cannot be seen, and let in whoever has the address that is left. */
    private static HttpServletRequest nobody(HttpServletRequest request) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public @Nullable String getParameter(String name) {
                return name.equals(EMAIL) ? "" : super.getParameter(name);
            }
        };
    }

    private static String back(HttpServletRequest request) {
        String continueAt = request.getParameter(SignInSuccess.CONTINUE);
        var address = UriComponentsBuilder.fromPath("/sign-in");
        if (continueAt != null && !continueAt.isEmpty()) {
            address.queryParam(SignInSuccess.CONTINUE, OwnPath.orHome(continueAt));
        }
        return address.encode().build().toUriString();
    }

    static String email(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getParameter(EMAIL), "");
    }

    static Origin origin(HttpServletRequest request) {
        return new Origin(request.getRemoteAddr(), OriginResolver.browser(request));
    }
}
