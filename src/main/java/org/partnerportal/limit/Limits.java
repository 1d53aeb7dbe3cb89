package org.partnerportal.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.partnerportal.shared.Limited;
import org.partnerportal.shared.LimitedException;
import org.partnerportal.shared.Secrets;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts uses against limits, exactly, for all nodes of the portal together. Whatever is counted is counted in the caller's
 * transaction: what is rolled back was no use.
 */
@Service
@Transactional(readOnly = true)
public class Limits {

    private static final Duration LONGEST_WINDOW = Stream.of(Limit.values())
            .map(Limit::window)
            .max(Comparator.naturalOrder())
            .orElseThrow();

    private final LimitUses uses;
    private final LimitProperties properties;
    private final Clock clock;

    Limits(LimitUses uses, LimitProperties properties, Clock clock) {
        this.uses = uses;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Counts one use. Takes a lock on the subject until the end of the transaction, so call it after all other locks.
     *
     * @param subject whose uses are counted: an id, or whatever text tells it from others
     * @throws LimitedException when the limit is reached
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void use(Limit limit, String subject, Instant now) {
        String fingerprint = fingerprint(subject);
        uses.lock(limit, fingerprint, now);
        full(limit, fingerprint, now).ifPresent(limited -> {
            throw new LimitedException(limited);
        });
        uses.add(limit, fingerprint, now);
    }

    /** Whether the limit is reached now, and what to tell of it. */
    public Optional<Limited> reached(Limit limit, String subject, Instant now) {
        return full(limit, fingerprint(subject), now);
    }

    /** The same for what is done automatically: it leaves a fifth of the limit to people. */
    public Optional<Limited> reachedByBatch(Limit limit, String subject, Instant now) {
        return full(limit, fingerprint(subject), LimitRules.forBatches(properties.number(limit)), now);
    }

    private Optional<Limited> full(Limit limit, String fingerprint, Instant now) {
        return full(limit, fingerprint, properties.number(limit), now);
    }

    private Optional<Limited> full(Limit limit, String fingerprint, int number, Instant now) {
        return LimitRules.freeAt(limit, uses.earliestOfLatest(limit, fingerprint, number), now)
                .map(freeAt -> new Limited(limit, number, freeAt, Duration.between(now, freeAt)));
    }

    /** Lets the subject begin anew. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(Limit limit, String subject) {
        uses.forget(limit, fingerprint(subject));
    }

    /** Deletes the uses that no limit asks for any more; tells how many. */
    @Transactional
    int clean() {
        return uses.forgetBefore(clock.instant().minus(LONGEST_WINDOW));
    }

    // neither addresses nor what strangers typed is kept, and nothing is too long
    private static String fingerprint(String subject) {
        return Secrets.sha256(subject);
    }
}
