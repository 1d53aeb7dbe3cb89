package org.partnerportal.upload;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.partnerportal.shared.OwnPath;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Leads whoever sends a file that is too large back to the form's page, which says so. Before anything reads the body:
 * afterwards nobody could tell the form's token, and the person would seem to come from elsewhere.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3) // a portal that is not set up takes nothing
class UploadFilter extends OncePerRequestFilter {

    private final long most;

    UploadFilter(@Value("${spring.servlet.multipart.max-request-size}") DataSize most) {
        this.most = most.toBytes();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        boolean upload = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
        if (upload && request.getContentLengthLong() > most) {
            response.sendRedirect(OwnPath.orHome(request.getRequestURI()) + "?too-large=true");
            return;
        }
        chain.doFilter(request, response);
    }
}
