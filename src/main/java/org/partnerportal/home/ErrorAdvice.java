package org.partnerportal.home;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.transaction.TransactionException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Faults that need more than the usual error page. */
@ControllerAdvice
class ErrorAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorAdvice.class);

    private final Unavailable unavailable;

    ErrorAdvice(Unavailable unavailable) {
        this.unavailable = unavailable;
    }

    /**
     * Left to itself, the framework takes a broken database connection for a client that went away and answers 200 with
     * nothing in it.
     */
    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    void databaseAway(Exception e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        LOG.error("The database did not answer", e);
        if (!response.isCommitted()) {
            unavailable.write(request, response);
        }
    }

    /**
     * Whoever reloads or comes back, after signing in, to an address that only takes a form is led to the form's page, one
     * step above.
     */
    @ExceptionHandler
    @Nullable String wrongMethod(
            HttpRequestMethodNotSupportedException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String path = request.getRequestURI();
        boolean takesForm = e.getSupportedHttpMethods() != null
                && e.getSupportedHttpMethods().contains(HttpMethod.POST)
                && request.getMethod().equals(HttpMethod.GET.name());
        if (takesForm) {
            return "redirect:" + path.substring(0, Math.max(path.lastIndexOf('/'), 1));
        }
        String[] supported = e.getSupportedMethods();
        if (supported != null) {
            response.setHeader("Allow", String.join(", ", supported));
        }
        response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        return null;
    }
}
