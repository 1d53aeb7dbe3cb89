package org.partnerportal.onbehalf;

import java.util.EnumSet;
import java.util.Map;
import org.partnerportal.entrarole.Permission;
import org.partnerportal.tenant.TenantService;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Shows where somebody lands whose access to a customer is over: for whom, why, and what to do. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class AccessOverAdvice {

    private final AdminCenters centers;
    private final TenantService tenants;

    AccessOverAdvice(AdminCenters centers, TenantService tenants) {
        this.centers = centers;
        this.tenants = tenants;
    }

    @ExceptionHandler
    ModelAndView over(AccessOverException over) {
        return new ModelAndView(
                "onbehalf/over",
                Map.of(
                        "refusal",
                        over.refusal(),
                        "customer",
                        tenants.tenant(over.customer()),
                        "loss",
                        centers.loss(over.agent(), over.customer(), EnumSet.allOf(Permission.class))),
                HttpStatusCode.valueOf(over.refusal().kind().status()));
    }
}
