package org.partnerportal.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Parse;

/** The place of a row in a history, at which a page begins or ends: in an address, its time and its id. */
record TrailKey(Instant at, UUID id) {

    private static final int HEXADECIMAL = 16;

    static TrailKey of(TrailLine line) {
        return new TrailKey(line.at(), line.id());
    }

    /** Reads what {@link #toString} wrote; what makes no sense is no key. */
    static Optional<TrailKey> parse(@Nullable String text) {
        int dash = text == null ? -1 : text.indexOf('-');
        if (text == null || dash < 1) {
            return Optional.empty();
        }
        try {
            long micros = Long.parseLong(text.substring(0, dash), HEXADECIMAL);
            Instant at = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
            return Parse.isWithinReason(at)
                    ? Parse.uuid(text.substring(dash + 1)).map(id -> new TrailKey(at, id))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return Long.toHexString(ChronoUnit.MICROS.between(Instant.EPOCH, at)) + "-" + id;
    }
}
