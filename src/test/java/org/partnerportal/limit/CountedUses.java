package org.partnerportal.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.partnerportal.Races;
import org.partnerportal.TestClock;
import org.partnerportal.shared.Limited;
import org.partnerportal.shared.LimitedException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** Uses counted in the database: exactly, for everybody together, and only those that came to be. */
abstract class CountedUses {

    private static final Instant START = Instant.parse("2026-03-10T12:00:00Z");

    @Autowired
    private Limits limits;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private TestClock clock;

    private final String subject = UUID.randomUUID().toString();

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private void use(Instant now) {
        transaction.executeWithoutResult(status -> limits.use(Limit.RESENDS, subject, now));
    }

    @Test
    void aUseIsCountedOnlyWithAChange() {
        assertThatThrownBy(() -> limits.use(Limit.RESENDS, subject, START))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void theWindowSlidesWithEachUse() {
        use(START);
        use(START.plusSeconds(100));
        use(START.plusSeconds(200));
        Instant free = START.plus(Duration.ofMinutes(10));
        assertThatThrownBy(() -> use(START.plusSeconds(300)))
                .isInstanceOfSatisfying(
                        LimitedException.class,
                        limited -> assertThat(limited.limited())
                                .isEqualTo(new Limited(Limit.RESENDS, 3, free, Duration.ofSeconds(300))));
        assertThat(limits.reached(Limit.RESENDS, subject, START.plusSeconds(300))
                        .map(Limited::freeAt))
                .contains(free);
        assertThatThrownBy(() -> use(free.minusNanos(1_000))).isInstanceOf(LimitedException.class);
        use(free);
        assertThat(limits.reached(Limit.RESENDS, subject, free).map(Limited::freeAt))
                .contains(START.plusSeconds(700));
        assertThat(limits.reached(Limit.RESENDS, subject, START.plusSeconds(700))
                        .map(Limited::freeAt))
                .isEmpty();
    }

    @Test
    void oneSubjectDoesNotCountForAnotherNorOneLimitForAnother() {
        for (int count = 0; count < 3; count++) {
            use(START);
        }
        assertThat(limits.reached(Limit.RESENDS, UUID.randomUUID().toString(), START))
                .isEmpty();
        assertThat(limits.reached(Limit.LINK_TRIES, subject, START)).isEmpty();
        assertThat(limits.reached(Limit.RESENDS, subject, START)).isPresent();
    }

    @Test
    void whatIsRolledBackWasNoUse() {
        for (int count = 0; count < 5; count++) {
            transaction.executeWithoutResult(status -> {
                limits.use(Limit.RESENDS, subject, START);
                status.setRollbackOnly();
            });
        }
        assertThat(limits.reached(Limit.RESENDS, subject, START)).isEmpty();
    }

    @Test
    void ofManyAtTheSameMomentExactlyAsManyAsTheLimitGo() throws Exception {
        Callable<?> use = () -> {
            use(START);
            return subject;
        };
        List<String> told = Races.meet(Collections.nCopies(12, use));
        assertThat(Collections.frequency(told, Races.DONE)).isEqualTo(3);
        assertThat(Collections.frequency(told, "RESENDS")).isEqualTo(9);
    }

    @Test
    void whoIsForgivenBeginsAnew() {
        for (int count = 0; count < 3; count++) {
            use(START);
        }
        transaction.executeWithoutResult(status -> limits.forget(Limit.RESENDS, subject));
        assertThat(limits.reached(Limit.RESENDS, subject, START)).isEmpty();
        use(START);
    }

    @Test
    void oldUsesAreForgottenAndThoseThatCountAreKept() throws Exception {
        Instant now = clock.instant();
        for (int count = 0; count < 3; count++) {
            use(now);
        }
        clock.at(now.plus(Duration.ofMinutes(10)).minusMillis(1), limits::clean);
        assertThat(limits.reached(Limit.RESENDS, subject, now)).isPresent();
        clock.at(now.plus(Duration.ofDays(1)).minusMillis(1), limits::clean);
        assertThat(limits.reached(Limit.RESENDS, subject, now))
                .as("the longest window is not over")
                .isPresent();
        clock.at(now.plus(Duration.ofDays(1)).plusMillis(1), limits::clean);
        assertThat(limits.reached(Limit.RESENDS, subject, now)).isEmpty();
        for (String table : List.of("limit_use", "limit_subject")) {
            assertThat(database.queryForObject(
                            "select count(*) from " + table + " where used_at <= ?",
                            Long.class,
                            java.sql.Timestamp.from(now)))
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void neitherAddressesNorIdsAreKept() {
        use(START);
        assertThat(database.queryForObject("select count(*) from limit_subject where subject = ?", Long.class, subject))
                .isZero();
    }
}
