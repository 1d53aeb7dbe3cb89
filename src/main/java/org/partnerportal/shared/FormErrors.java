package org.partnerportal.shared;

import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

/** Shows on a form what its input breaks, instead of a page that refuses. */
public final class FormErrors {

    private FormErrors() {}

    /**
     * Rejects on the form what is refused for its input; what is refused for another reason is left to the service.
     *
     * @return whether the form is to be shown again
     */
    public static boolean reject(
            Stream<? extends Refusal> refusals, BindingResult errors, Model model, HttpServletResponse response) {
        refusals.filter(refusal -> refusal.kind() == Refusal.Kind.INVALID)
                .forEach(refusal -> errors.rejectValue(refusal.field(), refusal.key()));
        return show(errors, model, response);
    }

    /** Says on the form that nothing of what was sent was read, since it was too large. */
    public static void tooLarge(
            BindingResult errors, @Nullable String field, String key, Model model, HttpServletResponse response) {
        errors.rejectValue(field, key);
        model.addAttribute("invalid", true);
        response.setStatus(HttpStatus.CONTENT_TOO_LARGE.value());
    }

    /**
     * Says on the page and in the answer that the form has errors, if it has.
     *
     * @return whether the form is to be shown again
     */
    public static boolean show(BindingResult errors, Model model, HttpServletResponse response) {
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("invalid", true);
        }
        return errors.hasErrors();
    }
}
