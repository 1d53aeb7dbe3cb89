package org.partnerportal.onbehalf;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnerportal.entrarole.Permission;
import org.partnerportal.shared.RefusedException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Says to a partner's person who lacks a role which the customer took away and when, and which are left; and to the own people
 * of an organisation in which nobody could give a role, where they can go on.
 */
@Component
@Order(MissingRolePage.BEHIND_THE_TRAIL)
class MissingRolePage implements HandlerExceptionResolver {

    static final int BEHIND_THE_TRAIL =
            Ordered.HIGHEST_PRECEDENCE + 1; // which notices every refusal, and makes no page

    private final ObjectProvider<AdminCenters> centers; // the pages' setup comes before the services

    MissingRolePage(ObjectProvider<AdminCenters> centers) {
        this.centers = centers;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception exception) {
        boolean missing = exception instanceof RefusedException refused && refused.refusal() instanceof OnBehalfRefusal;
        if (!missing || !(request.getAttribute(AdminCenterResolver.ATTRIBUTE) instanceof AdminCenter center)) {
            return null;
        }
        OnBehalfRefusal refusal = (OnBehalfRefusal) ((RefusedException) exception).refusal();
        Set<Permission> lacking = exception instanceof MissingRoleException role
                ? Set.of(role.permission())
                : EnumSet.complementOf(copy(center.permissions()));
        Map<String, Object> model = new HashMap<>(Map.of("refusal", refusal));
        if (center.onBehalf()) {
            model.put("loss", centers.getObject().loss(center, lacking));
        } else if (center.actor().isEmployed()) {
            model.put("standing", centers.getObject().standing(center.actor()));
        } else if (centers.getObject().hasAdministrator(center)) {
            return null; // the usual page says whom to ask
        } else {
            model.put("alone", true);
        }
        return new ModelAndView(
                "onbehalf/missing", model, HttpStatusCode.valueOf(refusal.kind().status()));
    }

    private static EnumSet<Permission> copy(Set<Permission> permissions) {
        return permissions.isEmpty() ? EnumSet.noneOf(Permission.class) : EnumSet.copyOf(permissions);
    }
}
