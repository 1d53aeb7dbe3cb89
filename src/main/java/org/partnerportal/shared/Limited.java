package org.partnerportal.shared;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import org.springframework.http.HttpHeaders;

/**
 * What people are told who did something too often.
 *
 * @param refusal which limit they reached; its text takes the number
 * @param number how often it may be done
 * @param freeAt from when it may be done once more
 * @param pause how long that is from now
 */
public record Limited(Refusal refusal, int number, Instant freeAt, Duration pause) {

    /** Under this name pages know it. */
    public static final String ATTRIBUTE = "limited";

    /** Tells browsers and programs: the status, and after how many whole seconds to come back. */
    public void tell(HttpServletResponse response) {
        response.setStatus(refusal.kind().status());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(retryAfter()));
    }

    /** Whole seconds after which it is free for certain. */
    long retryAfter() {
        return pause.plusSeconds(1).minusNanos(1).toSeconds();
    }
}
