package org.partnerportal.upload;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.partnerportal.shared.OwnPath;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
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

    /** What every page takes: more than the portal accepts anywhere, so that the page itself can say what is too large. */
    private static final DataSize USUAL = DataSize.ofMegabytes(26);

    private final List<LargeUpload> larger;

    UploadFilter(List<LargeUpload> larger) {
        this.larger = larger;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        boolean upload = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
        if (upload && isTooLarge(request)) {
            response.sendRedirect(OwnPath.orHome(request.getRequestURI()) + "?too-large=true");
            return;
        }
        chain.doFilter(request, response);
    }

    /** A body of unknown length, which no browser sends, could be as large as the server takes. */
    private boolean isTooLarge(HttpServletRequest request) {
        Optional<DataSize> most = larger.stream()
                .filter(page -> page.page().matcher(request.getRequestURI()).matches())
                .map(LargeUpload::most)
                .findFirst();
        return request.getContentLengthLong() > most.orElse(USUAL).toBytes()
                || (most.isEmpty() && request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null);
    }
}
