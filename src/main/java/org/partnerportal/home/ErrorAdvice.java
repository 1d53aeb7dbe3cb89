package org.partnerportal.home;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import org.springframework.validation.BindException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ExtendedServletRequestDataBinder;

/** Faults that need more than the usual error page. */
@ControllerAdvice
class ErrorAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorAdvice.class);

    private final Unavailable unavailable;

    ErrorAdvice(Unavailable unavailable) {
        this.unavailable = unavailable;
    }

    /** Forms are made of what stands in their body, by their constructor, and of nothing else that a request carries. */
    @InitBinder
    void bindBodiesOnly(WebDataBinder binder) {
        binder.setDeclarativeBinding(true);
        if (binder instanceof ExtendedServletRequestDataBinder extended) {
            extended.setHeaderPredicate(header -> false);
        }
    }

    /** A request that no page of ours would send. */
    @ExceptionHandler({InvalidPropertyException.class, BindException.class})
    ModelAndView notUnderstood() {
        return new ModelAndView("error/400", HttpStatus.BAD_REQUEST);
    }

    /** Fields that cannot be read, or more of them than a form can take. */
    @ExceptionHandler
    ModelAndView unreadable(InvalidParameterException e) {
        return e.getErrorCode() == HttpStatus.CONTENT_TOO_LARGE.value()
                ? new ModelAndView("error/413", HttpStatus.CONTENT_TOO_LARGE)
                : notUnderstood();
    }

    /** Two requests wanted the same at the same moment, and a constraint let one of them through. */
    @ExceptionHandler({DataIntegrityViolationException.class, OptimisticLockingFailureException.class})
    ModelAndView conflict(Exception e, HttpServletRequest request) {
        LOG.warn("Two requests met: {}", e.getClass().getSimpleName()); // its message holds what people typed
        return new ModelAndView("error/409", Map.of("back", back(request)), HttpStatus.CONFLICT);
    }

    // the address that a form is sent to shows the form's page, or leads to it; what was made new stands in the list
    // above
    private static String back(HttpServletRequest request) {
        return request.getMethod().equals(HttpMethod.POST.name())
                ? request.getRequestURI().replaceFirst("/new$", "")
                : "/";
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
    @Nullable
    String wrongMethod(
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
