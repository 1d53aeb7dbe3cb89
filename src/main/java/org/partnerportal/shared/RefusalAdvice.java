package org.partnerportal.shared;

import jakarta.servlet.http.HttpServletRequest;
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
        String path = request.getRequestURI();
        // the page of a form lies one step above the address that the form is sent to
        String back = path.substring(0, Math.max(path.lastIndexOf('/'), 1));
        boolean posted = request.getMethod().equals("POST");
        return new ModelAndView(
                "error/refused",
                Map.of("refusal", refused.refusal(), "back", posted ? back : "/"),
                HttpStatusCode.valueOf(refused.refusal().kind().status()));
    }

    /** An id that is no id names nothing, as does a number that is no number. */
    @ExceptionHandler({NotFoundException.class, MethodArgumentTypeMismatchException.class})
    ModelAndView notFound() {
        return new ModelAndView("error/404", HttpStatus.NOT_FOUND);
    }
}
