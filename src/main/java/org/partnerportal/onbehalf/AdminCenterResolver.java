package org.partnerportal.onbehalf;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.Parse;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Finds out from the address in whose admin center a request is, and whether the person has access to it at this moment. */
@Configuration(proxyBeanMethods = false)
class AdminCenterResolver implements HandlerInterceptor, HandlerMethodArgumentResolver, WebMvcConfigurer {

    static final String ATTRIBUTE = "center";
    private static final String ENTERED = "onBehalf.";
    private static final int BEHIND_THE_LAYOUT = 2; // a page that refuses needs it too

    private final ObjectProvider<AdminCenters> centers; // the pages' setup comes before the services

    AdminCenterResolver(ObjectProvider<AdminCenters> centers) {
        this.centers = centers;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .excludePathPatterns("/assets/**", "/webjars/**")
                .order(BEHIND_THE_LAYOUT);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getAttribute("actor") instanceof Actor actor) {
            String pattern = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
            AdminCenter center = pattern.startsWith(AdminCenter.PATH)
                    ? entered(centers.getObject().of(actor, customer(request)), request.getSession())
                    : centers.getObject().own(actor);
            request.setAttribute(ATTRIBUTE, center);
        }
        return true;
    }

    /** However somebody comes in, by a bookmark too: the first page of a session in that admin center is kept. */
    private AdminCenter entered(AdminCenter center, HttpSession session) {
        String name = ENTERED + center.tenant();
        if (session.getAttribute(name) == null) {
            centers.getObject().enter(center);
            session.setAttribute(name, true);
        }
        return center;
    }

    private static TenantId customer(HttpServletRequest request) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        Object text = variables instanceof Map<?, ?> map ? map.get("customer") : null;
        UUID id = Parse.uuid(text == null ? null : text.toString()).orElseThrow(NotFoundException::new);
        return new TenantId(id);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(AdminCenter.class);
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
