package org.partnerportal.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.LimitedException;
import org.partnerportal.shared.Parse;
import org.partnerportal.shared.Refusal;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Notices refusals before they become pages: every one of a form or on behalf of a customer, and of other pages those that a
 * person has no right to. An own page that is refused because of how things stand is no more than looked at.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusalRecorder implements HandlerExceptionResolver {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalRecorder.class);
    private static final int TIME_ORDERED = 7;
    private static final Set<String> READS = Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name());

    private final RefusalTrail trail;

    RefusalRecorder(RefusalTrail trail) {
        this.trail = trail;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception exception) {
        String pattern = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        boolean onBehalf = pattern.startsWith(Refused.ON_BEHALF);
        if (exception instanceof RefusedException refused && (onBehalf || counts(request, refused.refusal()))) {
            String route = request.getMethod() + " " + pattern;
            Actor actor = (Actor) request.getAttribute("actor");
            try {
                trail.refused(
                        actor,
                        new RefusalTrail.Attempt(
                                onBehalf ? customer(request) : null,
                                subject(request),
                                account(request),
                                refused.refusal(),
                                route));
            } catch (LimitedException e) {
                LOG.debug("{} was refused once more", route); // the trail says so already
            } catch (DataAccessException | TransactionException e) {
                LOG.error(
                        "{} was refused by {}, and that could not be recorded",
                        route,
                        refused.refusal().key(),
                        e);
            }
        }
        return null; // the page is made by who always makes it
    }

    private static boolean counts(HttpServletRequest request, Refusal refusal) {
        return !READS.contains(request.getMethod()) || refusal.kind() == Refusal.Kind.NOT_ALLOWED;
    }

    private static TenantId customer(HttpServletRequest request) {
        return new TenantId(
                Parse.uuid(String.valueOf(variables(request).get("customer"))).orElseThrow());
    }

    private static @Nullable UUID account(HttpServletRequest request) {
        return Parse.uuid(String.valueOf(variables(request).get("account"))).orElse(null);
    }

    private static Map<?, ?> variables(HttpServletRequest request) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables instanceof Map<?, ?> map ? map : Map.of();
    }

    /** The thing that the address names last; ids of Entra roles are not of the portal's making. */
    private static UUID subject(HttpServletRequest request) {
        return variables(request).values().stream()
                .map(value -> Parse.uuid(String.valueOf(value)))
                .flatMap(Optional::stream)
                .filter(id -> id.version() == TIME_ORDERED)
                .reduce((first, second) -> second)
                .orElseGet(Ids::next);
    }
}
