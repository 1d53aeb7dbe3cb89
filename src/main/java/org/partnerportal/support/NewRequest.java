package org.partnerportal.support;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for, before it is a request.
 *
 * @param language in which the answer is to be
 */
record NewRequest(
        String subject,
        @Nullable ServiceArea area,
        @Nullable Urgency urgency,
        String description,
        String language) {

    /** All that it says. */
    List<String> words() {
        return List.of(subject, String.valueOf(area), String.valueOf(urgency), language, description);
    }
}
