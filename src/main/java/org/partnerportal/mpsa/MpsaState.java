package org.partnerportal.mpsa;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the rules ask of a consent, as it is stored.
 *
 * @param firstRelationship the one's relationship that it was given for
 * @param secondRelationship the other's
 * @param takenBackAt when the customer took it back, or null
 */
record MpsaState(
        UUID firstRelationship,
        UUID secondRelationship,
        @Nullable Instant takenBackAt) {}
