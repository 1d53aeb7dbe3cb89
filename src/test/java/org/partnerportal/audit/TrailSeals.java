package org.partnerportal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerportal.TestClock;
import org.partnerportal.shared.Ids;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The chain: how rows come into it, and what a check finds when somebody was at the database. */
abstract class TrailSeals {

    private static final int PATIENCE = 20;

    @Autowired
    protected JdbcTemplate database;

    @Autowired
    protected TrailCheck check;

    @Autowired
    private TrailSealer sealer;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private TestClock clock;

    private TransactionTemplate transaction;
    private Actor person;

    @BeforeEach
    void begin() {
        transaction = new TransactionTemplate(transactions);
        person = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        seal();
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    /** Lets something happen, and tells its row's id. */
    UUID happens() {
        return happens(clock.instant());
    }

    private UUID happens(Instant at) {
        UUID subject = Happening.alone(person, "AgreementAccepted", at).in(transaction, events);
        return row(subject);
    }

    private UUID row(UUID subject) {
        return database.queryForObject("select id from trail_entry where subject_id = ?", UUID.class, subject);
    }

    void seal() {
        TrailSealJob.run(sealer);
    }

    private long number(UUID entry) {
        return database.queryForObject("select number from trail_seal where entry_id = ?", Long.class, entry);
    }

    private TrailReport.Head head() {
        return database.queryForObject(
                "select number, hash from trail_head",
                (row, number) -> new TrailReport.Head(row.getLong(1), row.getString(2)));
    }

    UUID entry(long number) {
        return database.queryForObject("select entry_id from trail_seal where number = ?", UUID.class, number);
    }

    /** The second last row that is sealed. */
    long second() {
        return database.queryForObject("select max(number) - 1 from trail_seal", Long.class);
    }

    @Test
    void everyRowGetsTheNextNumberAndTheChainIsSound() {
        long before = head().number();
        List<UUID> rows = new ArrayList<>();
        for (int count = 0; count < 3; count++) {
            rows.add(happens());
        }
        assertThat(check.check().waiting()).isEqualTo(3);
        seal();
        assertThat(rows.stream().map(this::number)).containsExactly(before + 1, before + 2, before + 3);
        TrailReport report = check.check();
        assertThat(report.isSound()).as("%s", report.bad()).isTrue();
        assertThat(report.waiting()).isZero();
        assertThat(report.rows()).isEqualTo(before + 3);
        assertThat(report.head()).isEqualTo(head());
    }

    @Test
    void aRowThatIsRolledBackLeavesNoGap() {
        transaction.executeWithoutResult(status -> {
            events.publishEvent(Happening.alone(person, "AgreementAccepted", clock.instant()));
            status.setRollbackOnly();
        });
        UUID next = happens();
        long before = head().number();
        seal();
        assertThat(number(next)).isEqualTo(before + 1);
        assertThat(check.check().isSound()).isTrue();
    }

    @Test
    void aRowThatCommitsLateIsSealedLateAndNotMissed() throws Exception {
        var written = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        Happening late = Happening.alone(person, "AgreementAccepted", clock.instant());
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<?> slow = other.submit(() -> transaction.executeWithoutResult(status -> {
                events.publishEvent(late);
                status.flush();
                written.countDown();
                await(goOn);
            }));
            await(written);
            UUID quick = happens();
            seal();
            assertThat(check.check().isSound()).isTrue();
            goOn.countDown();
            slow.get(PATIENCE, TimeUnit.SECONDS);
            seal();
            assertThat(row(late.subject()).toString()).as("begun first").isLessThan(quick.toString());
            assertThat(number(row(late.subject()))).as("sealed last").isGreaterThan(number(quick));
            assertThat(check.check().isSound()).isTrue();
        } finally {
            goOn.countDown();
            other.shutdownNow();
        }
    }

    @Test
    void nobodyWhoWritesWaitsForTheSealer() throws Exception {
        happens();
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            transaction.executeWithoutResult(status -> {
                sealer.seal(); // and does not commit yet
                try {
                    other.submit(() -> happens()).get(PATIENCE / 2, TimeUnit.SECONDS);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
        } finally {
            other.shutdownNow();
        }
        seal();
        assertThat(check.check().isSound()).isTrue();
        assertThat(check.check().waiting()).isZero();
    }

    @Test
    void sealersAtTheSameMomentMakeOneChain() throws Exception {
        long before = head().number();
        for (int count = 0; count < 40; count++) {
            happens();
        }
        ExecutorService together = Executors.newFixedThreadPool(4);
        try {
            Callable<Void> run = () -> {
                seal();
                return null;
            };
            for (Future<Void> done : together.invokeAll(Collections.nCopies(4, run))) {
                done.get();
            }
        } finally {
            together.shutdownNow();
        }
        assertThat(head().number()).isEqualTo(before + 40);
        assertThat(check.check().isSound()).isTrue();
    }

    @Test
    void aSealedRowIsNotDeleted() {
        UUID row = happens();
        seal();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    unlock();
                    database.update("delete from trail_entry where id = ?", row);
                }))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    /** Takes away what keeps the trail from being changed, where there is such a thing. */
    void unlock() {}

    /** Does that to a sealed trail of three rows more, and takes it all back. */
    void tampered(Runnable action) {
        for (int count = 0; count < 3; count++) {
            happens();
        }
        seal();
        transaction.executeWithoutResult(status -> {
            unlock();
            action.run();
            status.setRollbackOnly();
        });
        assertThat(check.check().isSound()).as("as before").isTrue();
    }

    private void finds(Long number, UUID entry, TrailProblem problem) {
        TrailReport report = check.check();
        assertThat(report.isSound()).isFalse();
        assertThat(report.bad()).isEqualTo(new TrailReport.BadRow(number, entry, problem));
    }

    @Test
    void findsAChangedRow() {
        for (Map.Entry<String, String> change : Map.of(
                        "details", "'{\"reference\":\"other\"}'",
                        "person_name", "'Somebody else'",
                        "at", "timestamp with time zone '2026-01-01 00:00:00+00'",
                        "customer_id", "null",
                        "on_behalf_of_id", "subject_id")
                .entrySet()) {
            tampered(() -> {
                UUID row = entry(second());
                database.update(
                        "update trail_entry set " + change.getKey() + " = " + change.getValue() + " where id = ?", row);
                finds(second(), row, TrailProblem.CHANGED);
            });
        }
    }

    @Test
    void findsAChangedSeal() {
        tampered(() -> {
            database.update("update trail_seal set hash = ? where number = ?", "0".repeat(64), second());
            finds(second(), entry(second()), TrailProblem.CHANGED);
        });
        tampered(() -> {
            database.update("update trail_seal set form = 2 where number = ?", second());
            finds(second(), entry(second()), TrailProblem.FORM);
        });
    }

    @Test
    void findsARowThatIsGoneWithItsSeal() {
        tampered(() -> {
            long number = second();
            UUID row = entry(number);
            database.update("delete from trail_seal where number = ?", number);
            database.update("delete from trail_entry where id = ?", row);
            finds(number, null, TrailProblem.MISSING);
        });
    }

    @Test
    void findsRowsInAnotherOrder() {
        tampered(() -> {
            long number = second();
            UUID later = entry(number + 1);
            database.update("update trail_seal set number = -1 where number = ?", number);
            database.update("update trail_seal set number = ? where number = ?", number, number + 1);
            database.update("update trail_seal set number = ? where number = -1", number + 1);
            finds(number, later, TrailProblem.CHANGED);
        });
    }

    @Test
    void findsRowsThatAreCutOffTheEnd() {
        tampered(() -> {
            long number = second();
            cut(number);
            finds(number, null, TrailProblem.CUT);
        });
    }

    private void cut(long from) {
        List<UUID> rows = database.queryForList("select entry_id from trail_seal where number >= ?", UUID.class, from);
        database.update("delete from trail_seal where number >= ?", from);
        rows.forEach(row -> database.update("delete from trail_entry where id = ?", row));
    }

    @Test
    void findsAnEndThatDoesNotFit() {
        tampered(() -> {
            database.update("update trail_head set hash = ?", "f".repeat(64));
            finds(second() + 1, null, TrailProblem.HEAD);
        });
        tampered(() -> {
            database.update("update trail_head set number = number - 1");
            finds(second() + 1, null, TrailProblem.HEAD);
        });
        tampered(() -> {
            database.update("delete from trail_head");
            finds(second() + 1, null, TrailProblem.HEAD);
        });
    }

    @Test
    void aChainThatWasMadeAnewIsFoundByItsNotedEndOnly() {
        tampered(() -> {
            TrailReport.Head noted = check.check().head();
            long number = second();
            UUID row = entry(number);
            database.update("update trail_entry set person_name = 'Somebody else' where id = ?", row);
            makeAnewFrom(number);
            assertThat(check.check().isSound()).isTrue();
            assertThat(check.check(noted).bad())
                    .isEqualTo(new TrailReport.BadRow(noted.number(), entry(noted.number()), TrailProblem.NOTED));
        });
    }

    @Test
    void aChainThatWasCutWithItsEndIsFoundByItsNotedEndOnly() {
        tampered(() -> {
            TrailReport.Head noted = check.check().head();
            long number = second();
            cut(number);
            makeAnewFrom(number);
            assertThat(check.check().isSound()).isTrue();
            assertThat(check.check(noted).bad()).isEqualTo(new TrailReport.BadRow(number, null, TrailProblem.NOTED));
        });
    }

    @Test
    void aNotedEndStaysTrueWhenMoreHappens() {
        happens();
        seal();
        TrailReport.Head noted = check.check().head();
        happens();
        seal();
        assertThat(check.check(noted).isSound()).isTrue();
    }

    /** As somebody could who owns the database and knows the form. */
    private void makeAnewFrom(long from) {
        String hash =
                database.queryForList("select hash from trail_seal where number = ?", String.class, from - 1).stream()
                        .findFirst()
                        .orElse(TrailChain.START);
        long number = from;
        while (!database.queryForList("select 1 from trail_seal where number = ?", Integer.class, number)
                .isEmpty()) {
            TrailChain.Row row = database.queryForObject(
                    "select " + TrailChain.COLUMNS
                            + " from trail_seal s join trail_entry e on e.id = s.entry_id where s.number = ?",
                    (columns, line) -> TrailChain.Row.read(columns),
                    number);
            hash = TrailChain.hash(hash, number, row);
            database.update("update trail_seal set hash = ? where number = ?", hash, number);
            number++;
        }
        database.update("update trail_head set number = ?, hash = ?", number - 1, hash);
    }

    @Test
    void findsARowThatWasPutInPastThePortal() {
        tampered(() -> {
            UUID row = Ids.next();
            database.update(
                    "insert into trail_entry (id, at, kind, person_name, subject_id, details, address, request_id)"
                            + " values (?, ?, 'RolesRemoved', 'Nobody', ?, '{}', '', '')",
                    row,
                    OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                    row);
            finds(null, row, TrailProblem.UNSEALED);
        });
    }

    @Test
    void rowsThatWaitForTheirSealAreNoFaultHoweverLongThePortalWasOff() {
        happens();
        long sealed = check.check().rows();
        clock.advance(Duration.ofDays(3));
        assertThat(check.check()).satisfies(report -> {
            assertThat(report.isSound()).isTrue();
            assertThat(report.waiting()).isPositive();
            assertThat(report.rows()).isEqualTo(sealed);
        });
        clock.reset();
        seal();
        assertThat(check.check().rows()).isGreaterThan(sealed);
    }

    @Test
    void findsARowThatIsGoneBeforeItWasSealed() {
        UUID row = happens();
        transaction.executeWithoutResult(status -> {
            unlock();
            database.update("delete from trail_entry where id = ?", row);
            finds(null, row, TrailProblem.DELETED);
            status.setRollbackOnly();
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
