package org.partnerportal.batch;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.TrailEvent;
import org.partnerportal.shared.Who;

/** Something that happened to a batch as a whole. */
sealed interface BatchEvent extends TrailEvent {

    BatchView batch();

    BatchWork work();

    @Override
    default String kind() {
        return work().trail() + getClass().getSimpleName();
    }

    @Override
    default @Nullable TenantId customer() {
        return work().customer(batch().setting());
    }

    @Override
    default UUID subject() {
        return batch().id();
    }

    @Override
    default Map<String, String> details() {
        return Map.of(
                "batchKind", batch().kind(),
                "batchName", batch().name(),
                "rows", String.valueOf(batch().size()),
                "rowsDone", String.valueOf(batch().count(BatchOutcome.DONE)),
                "rowsAlready", String.valueOf(batch().count(BatchOutcome.ALREADY)),
                "rowsRefused", String.valueOf(batch().count(BatchOutcome.REFUSED)),
                "rowsStopped", String.valueOf(batch().count(BatchOutcome.STOPPED)));
    }

    /** Somebody let it begin. What came of the rows, its page and the things themselves tell, so that its end is no entry. */
    record Started(Instant at, Who who, TenantId partner, BatchView batch, BatchWork work) implements BatchEvent {

        /** Nothing came of any row yet. */
        @Override
        public Map<String, String> details() {
            return Map.of(
                    "batchKind", batch.kind(),
                    "batchName", batch.name(),
                    "rows", String.valueOf(batch.size()),
                    "rowsReady", String.valueOf(batch.count(BatchOutcome.WAITING)));
        }
    }

    /** Whoever started it may not do this any more. */
    record Stopped(Instant at, Who who, TenantId partner, BatchView batch, BatchWork work) implements BatchEvent {}
}
