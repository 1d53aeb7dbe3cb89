package org.partnerportal.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * The page for requests that the server turns away before any of our code sees them, such as an address with {@code %00}:
 * without it, the server shows a page of its own. There is no session, and nothing of the request is repeated.
 */
@Component
class MalformedRequests implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    private final ITemplateEngine templates;

    MalformedRequests(ITemplateEngine templates) {
        this.templates = templates;
    }

    /** Goes in last, and so is the first to be asked for a page. */
    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new Page(templates)));
    }

    /** Writes the page. */
    private static class Page extends ErrorReportValve {

        private static final Logger LOG = LoggerFactory.getLogger(MalformedRequests.class);

        private final ITemplateEngine templates;

        Page(ITemplateEngine templates) {
            this.templates = templates;
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable fault) {
            if (response.getStatus() < HttpStatus.BAD_REQUEST.value()
                    || response.getContentWritten() > 0
                    || !response.setErrorReported()) {
                return;
            }
            String template =
                    response.getStatus() < HttpStatus.INTERNAL_SERVER_ERROR.value() ? "malformed" : "unavailable";
            try {
                String page = templates.process("error/" + template, new Context(locale(request)));
                response.setContentType(MediaType.TEXT_HTML_VALUE);
                response.setCharacterEncoding(StandardCharsets.UTF_8.name());
                response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                response.setHeader("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'");
                response.setHeader("X-Content-Type-Options", "nosniff");
                response.getReporter().write(page);
                response.finishResponse();
            } catch (IOException e) {
                LOG.debug("Nobody waits for the page any more", e);
            }
        }

        /** As the browser asks: what was chosen on a page is in a cookie, which the server has not read. */
        private static Locale locale(Request request) {
            return Collections.list(request.getLocales()).stream()
                    .map(locale -> PortalLocales.supported(locale.getLanguage()))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElse(Locale.ENGLISH);
        }
    }
}
