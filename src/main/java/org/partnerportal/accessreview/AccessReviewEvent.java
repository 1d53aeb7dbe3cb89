package org.partnerportal.accessreview;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.TrailEvent;
import org.partnerportal.shared.Who;

/** Something that happened to an access review. */
public sealed interface AccessReviewEvent extends TrailEvent {

    Facts review();

    /**
     * What events tell of a review.
     *
     * @param id the review
     * @param reference the number to quote
     * @param customer the customer
     * @param dueAt when it should be signed
     */
    record Facts(UUID id, String reference, TenantId customer, Instant dueAt) {}

    @Override
    default String kind() {
        return "AccessReview" + getClass().getSimpleName();
    }

    @Override
    default TenantId customer() {
        return review().customer();
    }

    /** A review looks at all partners, and is none of theirs to read. */
    @Override
    default @Nullable TenantId partner() {
        return null;
    }

    @Override
    default UUID subject() {
        return review().id();
    }

    /** It was opened, with so many roles to decide about. */
    record Opened(Instant at, Who who, Facts review, int grants) implements AccessReviewEvent {

        @Override
        public Map<String, String> details() {
            return Map.of(
                    "reference", review.reference(),
                    "grants", Integer.toString(grants),
                    "dueAt", review.dueAt().toString());
        }
    }

    /**
     * Somebody signed it.
     *
     * @param kept how many roles were kept
     * @param removed how many were removed
     * @param gone how many went by other ways meanwhile
     * @param results what it came to for each partner that had something to keep or to lose
     */
    record Finished(Instant at, Who who, Facts review, int kept, int removed, int gone, List<Result> results)
            implements AccessReviewEvent {

        @Override
        public Map<String, String> details() {
            return Map.of(
                    "reference", review.reference(),
                    "kept", Integer.toString(kept),
                    "removed", Integer.toString(removed),
                    "gone", Integer.toString(gone));
        }
    }

    /**
     * What a review came to for one partner.
     *
     * @param partner the partner
     * @param kept how many roles it keeps
     * @param removed the roles that it lost
     */
    record Result(TenantId partner, int kept, List<Removed> removed) {}

    /**
     * A role that a review took away.
     *
     * @param role its template id
     * @param relationship the relationship's name
     */
    record Removed(String role, String relationship) {}
}
