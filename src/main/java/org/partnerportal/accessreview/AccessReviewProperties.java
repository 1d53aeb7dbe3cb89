package org.partnerportal.accessreview;

import java.time.Duration;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;
import org.springframework.boot.convert.PeriodUnit;

/**
 * Settings of access reviews.
 *
 * @param every how far apart reviews are, in months or as a period such as P90D; counted in the UTC calendar
 * @param answerWithin how long a review may stay open before it is overdue, in days or as a duration
 */
@ConfigurationProperties("portal.access-review")
record AccessReviewProperties(
        @DefaultValue("3") @PeriodUnit(ChronoUnit.MONTHS) Period every,
        @DefaultValue("14") @DurationUnit(ChronoUnit.DAYS) Duration answerWithin) {

    AccessReviewProperties {
        if (every.isNegative() || every.isZero()) {
            throw new IllegalArgumentException("portal.access-review.every has to be a time of at least one day.");
        }
        if (answerWithin.isNegative() || answerWithin.isZero()) {
            throw new IllegalArgumentException("portal.access-review.answer-within has to be a time.");
        }
    }
}
