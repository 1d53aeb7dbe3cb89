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
        // the address that a form is sent to shows the form's page, or leads to it
        boolean posted = request.getMethod().equals("POST");
        String back = request.getRequestURI();
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
