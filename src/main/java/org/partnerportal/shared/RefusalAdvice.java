package org.partnerportal.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** Turns refusals into pages that say why and lead back; what is not there or not yours is not found. */
@ControllerAdvice
class RefusalAdvice {

    @ExceptionHandler
    ModelAndView refused(RefusedException refused, HttpServletRequest request) {
        return new ModelAndView(
                "error/refused",
                Map.of("refusal", refused.refusal(), "back", back(request)),
                HttpStatusCode.valueOf(refused.refusal().kind().status()));
    }

    /** Done too often: the page says what the limit is, from when it is free again, and leads back. */
    @ExceptionHandler
    ModelAndView limited(LimitedException limited, HttpServletRequest request, HttpServletResponse response) {
        limited.limited().tell(response);
        return new ModelAndView(
                "error/429",
                Map.of(Limited.ATTRIBUTE, limited.limited(), "back", back(request)),
                HttpStatus.TOO_MANY_REQUESTS);
    }

    /** Sent before and different: the page leads to what counts, and to a new form. */
    @ExceptionHandler
    ModelAndView sentBefore(SentBeforeException sent, HttpServletRequest request) {
        ModelAndView page = refused(sent, request);
        return page.addObject("first", sent.first());
    }

    // the address that a form is sent to shows the form's page, or leads to it
    private static String back(HttpServletRequest request) {
        return request.getMethod().equals("POST") ? request.getRequestURI() : "/";
    }

    /** An id that is no id names nothing, as does a number that is no number. */
    @ExceptionHandler({NotFoundException.class, MethodArgumentTypeMismatchException.class})
    ModelAndView notFound() {
        return new ModelAndView("error/404", HttpStatus.NOT_FOUND);
    }
}
