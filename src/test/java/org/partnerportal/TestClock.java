package org.partnerportal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;

/** The tests' clock: the real time, moved by what a test says, for its own thread only. */
public class TestClock extends Clock {

    private final Clock real = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    private final ThreadLocal<Duration> shift = ThreadLocal.withInitial(() -> Duration.ZERO);
    private final ThreadLocal<Instant> fixed = new ThreadLocal<>();

    /** Moves the time of this thread forward until {@link #reset()}. */
    public void advance(Duration duration) {
        shift.set(shift.get().plus(duration));
    }

    public void reset() {
        shift.remove();
        fixed.remove();
    }

    /** Does something at exactly that instant, in this thread. */
    public <T> T at(Instant instant, Callable<T> action) throws Exception {
        fixed.set(instant);
        try {
            return action.call();
        } finally {
            fixed.remove();
        }
    }

    @Override
    public Instant instant() {
        Instant now = fixed.get();
        return now == null ? real.instant().plus(shift.get()) : now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        InstantSource moved = this::instant;
        return moved.withZone(zone);
    }
}
