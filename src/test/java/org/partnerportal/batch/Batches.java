package org.partnerportal.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerportal.Races;
import org.partnerportal.TestClock;
import org.partnerportal.security.SignedIn;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.Languages;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

/** Rows worked exactly once, whatever happens in between. */
abstract class Batches {

    @Autowired
    private MockMvc browser;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private BatchService batches;

    @Autowired
    private BatchWorker worker;

    @Autowired
    private BatchFixture job;

    @Autowired
    private BatchProbe probe;

    @Autowired
    private MessageSource messages;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcTemplate database;

    private Actor partner;

    @BeforeEach
    void people() {
        partner = tenants.partner();
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private UUID checked(String... payloads) {
        UUID id = Ids.next();
        List<BatchLine> lines = new ArrayList<>();
        Arrays.stream(payloads).forEach(payload -> lines.add(BatchLine.waiting(lines.size() + 1, payload)));
        return batches.create(partner, new NewBatch(id, BatchProbe.KIND, "probe", id.toString(), lines));
    }

    private UUID started(String... payloads) {
        UUID id = checked(payloads);
        batches.start(partner, BatchProbe.KIND, id);
        return id;
    }

    private static String[] ok(int rows) {
        return Collections.nCopies(rows, BatchProbe.OK).toArray(String[]::new);
    }

    private BatchView view(UUID id) {
        return batches.view(partner, BatchProbe.KIND, id);
    }

    private List<BatchLine> lines(UUID id) {
        return batches.rows(partner, BatchProbe.KIND, id, null, 0, 1_000).lines();
    }

    private void assertWorkedOnce(UUID id, long rows) {
        assertThat(probe.effects(id)).isEqualTo(Map.of("times", rows, "different", rows));
    }

    private long tasks(UUID id) {
        return database.queryForObject(
                "select count(*) from scheduled_tasks where task_name = 'batch-work' and task_instance = ?",
                Long.class,
                id.toString());
    }

    private List<String> trail(UUID id) {
        return database.queryForList("select kind from trail_entry where subject_id = ? order by id", String.class, id);
    }

    @Test
    void worksEveryRowAndKeepsItsResult() {
        UUID id = started(ok(120));
        assertThat(tasks(id)).isEqualTo(1);
        assertThat(job.work(id)).isEmpty();
        assertWorkedOnce(id, 120);
        assertThat(view(id).state()).isEqualTo(BatchState.FINISHED);
        assertThat(view(id).counts()).isEqualTo(Map.of(BatchOutcome.DONE, 120L));
        assertThat(lines(id)).allSatisfy(line -> assertThat(line.link()).isEqualTo(id));
        assertThat(trail(id)).containsExactly("BatchStarted");
    }

    @Test
    void whatIsOnlyCheckedIsNotWorked() {
        UUID id = checked(ok(3));
        assertThat(tasks(id)).isZero();
        job.work(id);
        assertWorkedOnce(id, 0);
        assertThat(view(id).state()).isEqualTo(BatchState.CHECKED);
    }

    @Test
    void aRowThatHasItsResultFromTheStartIsNotWorked() {
        UUID id = Ids.next();
        var problem = new BatchProblem("mail", "batch.fault", "two\nlines\tand a tab");
        BatchLine refused = BatchLine.waiting(1, BatchProbe.OK).with(BatchResult.refused(List.of(problem)));
        batches.create(
                partner,
                new NewBatch(
                        id,
                        BatchProbe.KIND,
                        "x".repeat(500),
                        id.toString(),
                        List.of(refused, BatchLine.waiting(2, BatchProbe.OK))));
        batches.start(partner, BatchProbe.KIND, id);
        job.work(id);
        assertWorkedOnce(id, 1);
        assertThat(lines(id).get(0).problems())
                .containsExactly(new BatchProblem("mail", "batch.fault", "two lines and a tab"));
    }

    @Test
    void aRefusalUndoesItsRowAndHoldsUpNoOther() {
        UUID id = started(BatchProbe.OK, BatchProbe.REFUSE, BatchProbe.OK);
        job.work(id);
        assertWorkedOnce(id, 2);
        assertThat(lines(id).get(1).outcome()).isEqualTo(BatchOutcome.REFUSED);
        assertThat(lines(id).get(1).problems())
                .extracting(BatchProblem::key)
                .containsExactly("RelationshipRefusal.RELATIONSHIP_ENDED");
    }

    @Test
    void aFaultIsTriedAgainThenTold() {
        UUID id = started(BatchProbe.FAULT_ONCE, BatchProbe.FAULT, BatchProbe.OK);
        job.work(id);
        assertWorkedOnce(id, 2);
        assertThat(lines(id))
                .extracting(BatchLine::outcome)
                .containsExactly(BatchOutcome.DONE, BatchOutcome.REFUSED, BatchOutcome.DONE);
        assertThat(lines(id).get(1).problems()).extracting(BatchProblem::key).containsExactly(BatchWorker.FAULT);
    }

    @Test
    void aNodeKilledInTheMiddleOfARowLosesNothingAndDoublesNothing() {
        String[] payloads = ok(130);
        payloads[20] = BatchProbe.KILL_ONCE;
        payloads[70] = BatchProbe.KILL_ONCE;
        UUID id = started(payloads);
        for (long done : List.of(20L, 70L)) {
            assertThatExceptionOfType(BatchProbe.Killed.class).isThrownBy(() -> job.work(id));
            assertWorkedOnce(id, done);
            assertThat(view(id).count(BatchOutcome.DONE)).isEqualTo(done);
            assertThat(view(id).state()).isEqualTo(BatchState.RUNNING);
        }
        job.work(id);
        assertWorkedOnce(id, 130);
        assertThat(view(id).state()).isEqualTo(BatchState.FINISHED);
    }

    @Test
    void twoNodesAtTheSameBatchWorkEachRowOnce() throws Exception {
        UUID id = started(ok(300));
        Races.meet(List.of(() -> job.work(id), () -> job.work(id), () -> job.work(id)));
        assertWorkedOnce(id, 300);
        assertThat(view(id).counts()).isEqualTo(Map.of(BatchOutcome.DONE, 300L));
        assertThat(trail(id)).containsExactly("BatchStarted");
    }

    @Test
    void startedTwiceAtTheSameMomentItIsOneBatch() throws Exception {
        UUID id = checked(ok(5));
        Races.meet(List.of(
                () -> {
                    batches.start(partner, BatchProbe.KIND, id);
                    return null;
                },
                () -> {
                    batches.start(partner, BatchProbe.KIND, id);
                    return null;
                }));
        assertThat(tasks(id)).isEqualTo(1);
        assertThat(trail(id)).containsExactly("BatchStarted");
        job.work(id);
        batches.start(partner, BatchProbe.KIND, id);
        job.work(id);
        assertWorkedOnce(id, 5);
    }

    @Test
    void aRoleThatIsTakenAwayStopsTheRest() {
        UUID id = started(ok(120));
        job.workSome(id);
        tenants.assign(partner.account(), AdminRole.HELPDESK_AGENT);
        job.work(id);
        assertWorkedOnce(id, BatchWorker.CHUNK);
        BatchView stopped = view(id);
        assertThat(stopped.state()).isEqualTo(BatchState.STOPPED);
        assertThat(stopped.stopReason()).isEqualTo("RelationshipRefusal.NEEDS_ADMIN_AGENT");
        assertThat(stopped.counts()).isEqualTo(Map.of(BatchOutcome.DONE, 50L, BatchOutcome.STOPPED, 70L));
        assertThat(trail(id)).containsExactly("BatchStarted", "BatchStopped");
    }

    @Test
    void aDisabledAccountStopsTheRest() {
        UUID id = started(ok(60));
        job.workSome(id);
        tenants.disableAccount(partner.account());
        job.work(id);
        assertWorkedOnce(id, BatchWorker.CHUNK);
        assertThat(view(id).stopReason()).isEqualTo(BatchWorker.PERSON_AWAY);
    }

    @Test
    void whoStartsItIsWhoseRolesCount() {
        Actor colleague = tenants.colleague(partner, AdminRole.ADMIN_AGENT);
        UUID id = checked(ok(2));
        batches.start(colleague, BatchProbe.KIND, id);
        tenants.disableAccount(partner.account());
        job.work(id);
        assertWorkedOnce(id, 2);
        assertThat(view(id).person()).isEqualTo(colleague.name());
    }

    @Test
    void waitsWhereTheWorkSaysLaterAndGoesOn() {
        UUID id = started(ok(4));
        Instant later = clock.instant().plus(Duration.ofHours(1));
        probe.hold(partner, later);
        assertThat(job.work(id)).contains(later);
        assertWorkedOnce(id, 0);
        assertThat(view(id).state()).isEqualTo(BatchState.RUNNING);
        assertThat(view(id).waitsUntil()).isEqualTo(later);
        clock.advance(Duration.ofHours(2));
        job.workSome(id);
        assertThat(view(id).waitsUntil()).isNull();
        assertWorkedOnce(id, 4);
    }

    @Test
    void aTurnEndsEarlyWhenTheNodeStops() {
        UUID id = started(ok(120));
        assertThat(worker.work(id, () -> true)).isPresent();
        assertWorkedOnce(id, BatchWorker.CHUNK);
        assertThat(worker.work(id, () -> false)).isEmpty();
        assertWorkedOnce(id, 120);
    }

    @Test
    void madeTwiceItIsOneBatch() {
        UUID id = Ids.next();
        var batch =
                new NewBatch(id, BatchProbe.KIND, "probe", id.toString(), List.of(BatchLine.waiting(1, BatchProbe.OK)));
        assertThat(batches.create(partner, batch)).isEqualTo(id);
        assertThat(batches.create(partner, batch)).isEqualTo(id);
        assertThat(lines(id)).hasSize(1);
    }

    @Test
    void pagesByNumberAndByOutcome() {
        String[] payloads = ok(120);
        payloads[99] = BatchProbe.REFUSE;
        UUID id = started(payloads);
        job.work(id);
        BatchRows problems = batches.rows(partner, view(id), null, 0);
        assertThat(problems.lines()).extracting(BatchLine::number).containsExactly(100);
        BatchRows first = batches.rows(partner, view(id), "all", 0);
        assertThat(first.lines()).hasSize(50);
        assertThat(first.next()).isEqualTo(50);
        BatchRows last = batches.rows(partner, view(id), "done", 110);
        assertThat(last.lines()).hasSize(10);
        assertThat(last.next()).isNull();
    }

    @Test
    void forgetsWhatIsAMonthOldButNothingThatRuns() {
        UUID old = started(ok(2));
        job.work(old);
        UUID running = started(ok(2));
        clock.advance(Duration.ofDays(31));
        UUID fresh = checked(ok(1));
        BatchJob.forget(batches);
        assertThat(database.queryForList("select id from batch where id in (?, ?, ?)", UUID.class, old, running, fresh))
                .containsExactlyInAnyOrder(running, fresh);
        assertThat(database.queryForObject("select count(*) from batch_row where batch_id = ?", Long.class, old))
                .isZero();
    }

    @Test
    void anotherOrganisationsBatchIsNotThere() {
        UUID id = checked(ok(1));
        Actor other = tenants.partner();
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> batches.view(other, BatchProbe.KIND, id));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> batches.start(other, BatchProbe.KIND, id));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> batches.rows(other, BatchProbe.KIND, id, null, 0, 10));
        assertThat(view(id).state()).isEqualTo(BatchState.CHECKED);
    }

    @Test
    void whoeverMayNotDoItIsRefused() {
        UUID id = checked(ok(1));
        Actor helpdesk = tenants.colleague(partner, AdminRole.HELPDESK_AGENT);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> batches.start(helpdesk, BatchProbe.KIND, id));
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> batches.view(helpdesk, BatchProbe.KIND, id));
    }

    @Test
    void everyKindHasItsWords() {
        for (BatchWork work : batches.works().values()) {
            for (Locale locale : work.kind().equals(BatchProbe.KIND) ? List.<Locale>of() : Languages.LOCALES) {
                for (BatchOutcome outcome : BatchOutcome.values()) {
                    assertThat(messages.getMessage("batch." + work.kind() + "." + outcome, null, locale))
                            .isNotEmpty();
                }
                assertThat(messages.getMessage("batch." + work.kind() + ".title", null, locale))
                        .isNotEmpty();
            }
        }
    }

    @Test
    void theListShowsTheOwnOnes() throws Exception {
        browser.perform(get("/partner/batches").with(SignedIn.as(partner)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("No batch yet")));
        UUID id = started(ok(1));
        browser.perform(get("/partner/batches").with(SignedIn.as(partner)))
                .andExpect(content().string(containsString("/probe/" + id)));
        browser.perform(get("/partner/batches").with(SignedIn.as(tenants.partner())))
                .andExpect(content().string(not(containsString(id.toString()))));
        browser.perform(get("/partner/batches").with(SignedIn.as(tenants.colleague(partner, AdminRole.HELPDESK_AGENT))))
                .andExpect(status().isForbidden());
    }

    @Test
    void aBatchThatCanNeverStartSaysSo() throws Exception {
        BatchLine problem = new BatchLine(1, "bad", BatchOutcome.REFUSED, List.of(), null);
        UUID vain = Ids.next();
        batches.create(partner, new NewBatch(vain, BatchProbe.KIND, "vain.csv", "", List.of(problem)));
        String text = "Nothing to start";
        assertThat(batches.view(partner, BatchProbe.KIND, vain).vain()).isTrue();
        assertThat(batches.list(partner, null)).extracting(BatchView::vain).containsExactly(true);
        UUID startable = Ids.next();
        batches.create(
                partner,
                new NewBatch(
                        startable,
                        BatchProbe.KIND,
                        "good.csv",
                        "",
                        List.of(problem, BatchLine.waiting(2, BatchProbe.OK))));
        assertThat(batches.view(partner, BatchProbe.KIND, startable).vain()).isFalse();
        assertThat(batches.list(partner, null)).extracting(BatchView::vain).containsExactly(false, true);
        browser.perform(get("/partner/batches").with(SignedIn.as(partner)))
                .andExpect(content().string(containsString(text)))
                .andExpect(content().string(containsString("Not started")));
    }

    @Test
    void aPlaceInTheListThatThereIsNotIsTold() throws Exception {
        browser.perform(get("/partner/batches?before=zzz").with(SignedIn.as(partner)))
                .andExpect(content().string(containsString("Part of the address was left out")));
    }
}
