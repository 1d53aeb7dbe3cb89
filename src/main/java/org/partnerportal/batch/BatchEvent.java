package org.partnerportal.batch;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.TrailEvent;
import org.partnerportal.shared.Who;

/** Something that happened to a batch as a whole; what its rows did has entries of its own. */
sealed interface BatchEvent extends TrailEvent {

    BatchView batch();

    @Override
    default String kind() {
        return "Batch" + getClass().getSimpleName();
    }

    @Override
    default @Nullable TenantId customer() {
        return null;
    }

    @Override
    default UUID subject() {
        return batch().id();
    }

    @Override
    default Map<String, String> details() {
        return Map.of(
                "batchKind", batch().kind(),
                "rows", String.valueOf(batch().size()),
                "rowsDone", String.valueOf(batch().count(BatchOutcome.DONE)),
                "rowsAlready", String.valueOf(batch().count(BatchOutcome.ALREADY)),
                "rowsRefused", String.valueOf(batch().count(BatchOutcome.REFUSED)),
                "rowsStopped", String.valueOf(batch().count(BatchOutcome.STOPPED)));
    }

    /** Somebody let it begin. */
    record Started(Instant at, Who who, TenantId partner, BatchView batch) implements BatchEvent {}

    /** Every row has its result. */
    record Finished(Instant at, Who who, TenantId partner, BatchView batch) implements BatchEvent {}

    /** Whoever started it may not do this any more. */
    record Stopped(Instant at, Who who, TenantId partner, BatchView batch) implements BatchEvent {}
}
