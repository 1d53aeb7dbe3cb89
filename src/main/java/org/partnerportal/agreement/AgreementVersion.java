package org.partnerportal.agreement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A published version, as the operator sees it.
 *
 * @param id the version
 * @param name its name
 * @param sample whether it is the sample that comes with the portal
 * @param effectiveAt from when on it is, or was, in force
 * @param publishedAt when it was published
 * @param publishedBy by whom; null for the sample
 * @param acceptances how many customers have accepted it
 * @param status where it stands now
 */
public record AgreementVersion(
        UUID id,
        String name,
        boolean sample,
        Instant effectiveAt,
        Instant publishedAt,
        @Nullable String publishedBy,
        long acceptances,
        VersionStatus status) {

    /** A row as the database has it; where it stands is a matter of the clock. */
    record Row(
            UUID id,
            String name,
            boolean sample,
            Instant effectiveAt,
            Instant publishedAt,
            @Nullable String publishedBy,
            long acceptances) {}
}
