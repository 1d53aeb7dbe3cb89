package org.partnerportal.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.partnerportal.shared.PortalProperties;
import org.partnerportal.tenant.TenantService;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AccountStatusUserDetailsChecker;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Who gets in: public pages, sign-in, and the headers that every answer carries. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** Pages that need nobody signed in. Whatever is not listed here needs it. */
    private static final String[] PUBLIC = {
        "/",
        "/sign-in",
        "/register",
        "/register/confirm",
        "/setup",
        "/p/*",
        "/password",
        "/password/forgotten",
        "/i/*",
        "/invitation",
        "/notification-address/*",
        "/directory",
        "/directory/*",
        "/directory/*/contact",
        "/directory/*/contact/sent",
        "/contact/*",
        "/appearance",
        "/demo/mailbox/**",
        "/assets/**",
        "/webjars/**",
        "/favicon.ico",
        "/error",
        "/actuator/health/**"
    };

    /**
     * Forms of people who need no session, and must not lose hours of writing with one: a request for contact carries a
     * stamp of its own, a mailed link its secret; language and look stand below every public page and do no harm. The
     * session cookie does not come along from other sites.
     */
    private static final String[] WITHOUT_SESSION = {
        "/directory/*/contact", "/contact/*", "/notification-address/*", "/appearance"
    };

    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final String ENCODING = "pbkdf2@v5.8";
    private static final int SESSION_COOKIE_LIFE = -1; // until the browser closes

    @SuppressWarnings("NullAway") // null is how the request cache is told to add no parameter
    @Bean
    SecurityFilterChain security(
            HttpSecurity http, SignInSuccess signInSuccess, SignInLimit signInLimit, LostSession lostSession) {
        var requestCache = new HttpSessionRequestCache();
        requestCache.setRequestMatcher(SecurityConfiguration::isPage);
        requestCache.setMatchingRequestParameterName(null); // addresses stay clean
        return http.authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(PUBLIC)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .csrf(csrf -> csrf.ignoringRequestMatchers(WITHOUT_SESSION))
                .requestCache(cache -> cache.requestCache(requestCache))
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("email")
                        .successHandler(signInSuccess)
                        .failureHandler(new SignInFailure(signInLimit)))
                .addFilterBefore(new SignInLimitFilter(signInLimit), UsernamePasswordAuthenticationFilter.class)
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .exceptionHandling(handling ->
                        handling.accessDeniedHandler(lostSession).authenticationEntryPoint(new SignInFirst("/sign-in")))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                        .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                        .httpStrictTransportSecurity(hsts -> hsts.maxAgeInSeconds(31_536_000)))
                .build();
    }

    /** Only a page that a person opened is worth coming back to, not an icon that the browser looked for. */
    private static boolean isPage(HttpServletRequest request) {
        String accepted = Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "");
        return request.getMethod().equals(HttpMethod.GET.name())
                && accepted.contains(MediaType.TEXT_HTML_VALUE)
                && request.getRequestURI().indexOf('.') < 0;
    }

    /** Slow on purpose, takes passwords of any length, and names its scheme, so that a better one can follow. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return new DelegatingPasswordEncoder(
                ENCODING, Map.of(ENCODING, Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8()));
    }

    /** Asks for the password first: only who knows it learns that an account is switched off, and both answers take as long. */
    @Bean
    DaoAuthenticationProvider passwordCheck(TenantService tenants, PasswordEncoder encoder, Clock clock) {
        var check = new DaoAuthenticationProvider(new PortalUsers(tenants, clock));
        check.setPasswordEncoder(encoder);
        check.setPreAuthenticationChecks(user -> {});
        check.setPostAuthenticationChecks(new AccountStatusUserDetailsChecker());
        return check;
    }

    @Bean
    CookieSerializer sessionCookie(PortalProperties portal) {
        boolean tls = portal.url().startsWith("https:");
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(tls ? "__Host-session" : "session");
        cookie.setUseSecureCookie(tls);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setCookiePath("/");
        cookie.setCookieMaxAge(SESSION_COOKIE_LIFE);
        return cookie;
    }

    /**
     * Two requests of one session may begin to keep the same thing at the same moment; the later one wins, and neither
     * fails.
     */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessions(
            @Value("${spring.datasource.url}") String database) {
        return database.startsWith("jdbc:h2:")
                ? sessions -> sessions.setCreateSessionAttributeQuery("""
                        merge into %TABLE_NAME%_ATTRIBUTES (SESSION_PRIMARY_ID, ATTRIBUTE_NAME, ATTRIBUTE_BYTES)
                        key (SESSION_PRIMARY_ID, ATTRIBUTE_NAME) values (?, ?, ?)
                        """)
                : new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    /** Gives controllers the current person and the request's origin. */
    @Configuration(proxyBeanMethods = false)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static class Arguments implements WebMvcConfigurer {

        private final CurrentActor currentActor;

        Arguments(CurrentActor currentActor) {
            this.currentActor = currentActor;
        }

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(currentActor).excludePathPatterns("/assets/**", "/webjars/**");
            registry.addInterceptor(new OperatorPages())
                    .addPathPatterns(OperatorPages.PATHS)
                    .order(1); // behind what gives every page, also that for what is not found, its layout
        }

        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(currentActor);
            resolvers.add(new OriginResolver());
        }
    }
}
