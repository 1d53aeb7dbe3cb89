package org.partnerportal.support;

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
        String language) {}
