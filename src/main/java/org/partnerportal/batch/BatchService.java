package org.partnerportal.batch;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.Parse;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.tenant.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps batches and their rows, and hands them to the job. */
@Service
@Transactional(readOnly = true)
public class BatchService {

    /** The instance of the task is the batch's id. */
    static final TaskDescriptor<Void> WORK = TaskDescriptor.of("batch-work");

    /** The same for looking through its file. */
    static final TaskDescriptor<Void> CHECK = TaskDescriptor.of("batch-check");

    static final int PAGE = 50;

    /** So many rows of a file are looked through in one transaction. */
    static final int PORTION = 1_000;

    /** For how long a batch and what became of its rows are kept. */
    public static final Duration KEPT = Duration.ofDays(30);

    private final BatchRepository batches;
    private final BatchRowRepository rows;
    private final BatchFiles files;
    private final Map<String, BatchWork> works;
    private final ObjectProvider<SchedulerClient> scheduler; // it is made of the task that needs this service
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BatchService(
            BatchRepository batches,
            BatchRowRepository rows,
            BatchFiles files,
            List<BatchWork> works,
            ObjectProvider<SchedulerClient> scheduler,
            ApplicationEventPublisher events,
            Clock clock) {
        this.batches = batches;
        this.rows = rows;
        this.files = files;
        this.works = works.stream().collect(Collectors.toUnmodifiableMap(BatchWork::kind, Function.identity()));
        this.scheduler = scheduler;
        this.events = events;
        this.clock = clock;
    }

    // the pages' side

    /** Keeps a batch that waits for its start. */
    @Transactional
    public UUID create(Actor actor, NewBatch batch) {
        requireMay(actor, batch.kind());
        if (exists(actor, batch.kind(), batch.id())) {
            return batch.id(); // the second click of two
        }
        UUID id = save(actor, batch, batch.lines().size());
        saveRows(id, batch.lines());
        return id;
    }

    /**
     * Keeps a batch with the file in which its rows are, and hands that to the job to look through.
     *
     * @param batch without lines
     * @param size how many rows the file has
     */
    @Transactional
    public UUID create(Actor actor, NewBatch batch, int size, byte[] file) {
        requireMay(actor, batch.kind());
        if (exists(actor, batch.kind(), batch.id())) {
            return batch.id();
        }
        UUID id = save(actor, batch, size);
        files.add(id, file);
        scheduler.getObject().scheduleIfNotExists(CHECK.instance(id.toString()).build(), clock.instant());
        return id;
    }

    private UUID save(Actor actor, NewBatch batch, int size) {
        Instant now = clock.instant();
        UUID id = Ids.isFresh(batch.id(), now) ? batch.id() : Ids.next();
        batches.saveAndFlush(new Batch(id, batch, size, actor, now));
        return id;
    }

    private void saveRows(UUID id, List<BatchLine> lines) {
        rows.saveAll(lines.stream().map(line -> new BatchRow(id, line)).toList());
    }

    public boolean exists(Actor actor, String kind, UUID id) {
        return batches.ofTenant(actor.tenant(), kind, id).isPresent();
    }

    /** Hands the batch to the job, once: whoever is second changes nothing. */
    @Transactional
    public void start(Actor actor, String kind, UUID id) {
        requireMay(actor, kind);
        Batch batch = batches.lockOfTenant(actor.tenant(), kind, id).orElseThrow(NotFoundException::new);
        if (batch.state() != BatchState.CHECKED) {
            return;
        }
        Instant now = clock.instant();
        batch.start(actor, now);
        scheduler.getObject().scheduleIfNotExists(WORK.instance(id.toString()).build(), now);
        events.publishEvent(
                new BatchEvent.Started(now, actor.who(), batch.tenant(), batch.view(counts(id), false), work(kind)));
    }

    /** One batch with its counts. */
    public BatchView view(Actor actor, String kind, UUID id) {
        Batch batch = find(actor, kind, id);
        Map<BatchOutcome, Long> counts = counts(id);
        return batch.view(counts, batch.state() == BatchState.CHECKED && !counts.containsKey(BatchOutcome.WAITING));
    }

    /** A page of its rows; where nothing says which, those with problems, if there are any. */
    public BatchRows rows(Actor actor, BatchView batch, @Nullable String show, int after) {
        BatchOutcome outcome = "all".equals(show) ? null : shown(batch, show);
        return rows(actor, batch.kind(), batch.id(), outcome, after, PAGE);
    }

    private static @Nullable BatchOutcome shown(BatchView batch, @Nullable String show) {
        return Parse.constant(BatchOutcome.class, show)
                .orElse(batch.count(BatchOutcome.REFUSED) > 0 ? BatchOutcome.REFUSED : null);
    }

    /** Some of the rows behind a number, of one outcome or of all. */
    public BatchRows rows(Actor actor, String kind, UUID id, @Nullable BatchOutcome outcome, int after, int most) {
        find(actor, kind, id);
        Set<BatchOutcome> outcomes = outcome == null ? EnumSet.allOf(BatchOutcome.class) : EnumSet.of(outcome);
        List<BatchLine> found = rows.rows(id, outcomes, after, Limit.of(most + 1)).stream()
                .map(BatchRow::line)
                .toList();
        boolean more = found.size() > most;
        List<BatchLine> shown = more ? found.subList(0, most) : found;
        return new BatchRows(shown, outcome, after, more ? shown.get(most - 1).number() : null);
    }

    /** The organisation's batches that the person may see, the newest first, without counts. */
    List<BatchView> list(Actor actor, @Nullable UUID before) {
        Set<String> kinds = works.values().stream()
                .filter(work -> work.may(actor).isEmpty())
                .map(BatchWork::kind)
                .collect(Collectors.toSet());
        if (kinds.isEmpty()) {
            works.values().stream()
                    .min(Comparator.comparing(BatchWork::kind))
                    .ifPresent(work -> requireMay(actor, work.kind()));
        }
        List<Batch> found =
                batches.latest(actor.tenant(), kinds, before == null ? Ids.LAST : before, Limit.of(PAGE + 1));
        Set<UUID> vain = batches.vain(found.stream().map(Batch::id).toList());
        return found.stream()
                .map(batch -> batch.view(Map.of(), vain.contains(batch.id())))
                .toList();
    }

    /** What works batches of each kind. */
    Map<String, BatchWork> works() {
        return works;
    }

    private Batch find(Actor actor, String kind, UUID id) {
        requireMay(actor, kind);
        return batches.ofTenant(actor.tenant(), kind, id).orElseThrow(NotFoundException::new);
    }

    private void requireMay(Actor actor, String kind) {
        work(kind).may(actor).ifPresent(refusal -> {
            throw new RefusedException(refusal);
        });
    }

    private Map<BatchOutcome, Long> counts(UUID id) {
        Map<BatchOutcome, Long> counts = new EnumMap<>(BatchOutcome.class);
        rows.counts(id).forEach(count -> counts.put(count.outcome(), count.rows()));
        return counts;
    }

    // the job's side

    BatchWork work(String kind) {
        BatchWork work = works.get(kind);
        if (work == null) {
            throw new IllegalStateException("nobody works batches of the kind " + kind);
        }
        return work;
    }

    /** Looks through the next rows of a batch's file; tells whether more are left. */
    @Transactional
    public boolean checkSome(UUID id, BatchReader reader) {
        Batch batch = batches.lock(id)
                .filter(found -> found.state() == BatchState.CHECKING)
                .orElse(null);
        if (batch == null) {
            return false;
        }
        int from = batch.lookedThrough();
        int to = Math.min(batch.size(), from + PORTION);
        saveRows(id, reader.lines(from, to));
        batch.lookThrough(to - from);
        if (batch.state() == BatchState.CHECKING) {
            return true;
        }
        files.delete(id);
        return false;
    }

    /** Notes until when a batch waits; null where nothing keeps it. */
    @Transactional
    public void waitUntil(UUID id, @Nullable Instant time) {
        batches.lock(id).ifPresent(batch -> batch.waitUntil(time));
    }

    @Transactional
    public void finish(UUID id) {
        batches.lock(id)
                .filter(batch -> batch.state() == BatchState.RUNNING)
                .ifPresent(batch -> batch.finish(clock.instant()));
    }

    /** Ends a batch whose person may not do this any more; the rows that are left say so. */
    @Transactional
    public void stop(UUID id, String reason) {
        batches.lock(id).filter(batch -> batch.state() == BatchState.RUNNING).ifPresent(batch -> {
            Instant now = clock.instant();
            batch.stop(reason, now);
            rows.stop(id);
            events.publishEvent(new BatchEvent.Stopped(
                    now, batch.who(), batch.tenant(), batch.view(counts(id), false), work(batch.kind())));
        });
    }

    /** Some of the batches that have been kept long enough. */
    List<UUID> old(int most) {
        return batches.old(clock.instant().minus(KEPT), Limit.of(most));
    }

    @Transactional
    public void forget(UUID id) {
        files.delete(id);
        rows.deleteOf(id);
        batches.delete(id);
    }
}
