package org.partnerportal.listing;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.TrailEvent;
import org.partnerportal.shared.Who;

/** Something that happened to a partner's listing; the partner reads all of it in its history. */
public sealed interface ListingEvent extends TrailEvent {

    @Override
    TenantId partner();

    @Override
    default String kind() {
        return "Listing" + getClass().getSimpleName();
    }

    @Override
    default @Nullable TenantId customer() {
        return null;
    }

    @Override
    default UUID subject() {
        return partner().value();
    }

    @Override
    default Map<String, String> details() {
        return Map.of();
    }

    /**
     * The partner has handed a text to the operator.
     *
     * @param tell whether the operators are to be mailed, since no mail of the last day stands for it
     */
    record Submitted(Instant at, Who who, TenantId partner, boolean tell) implements ListingEvent {}

    /**
     * The operator has approved it: from now on it is what the directory shows.
     *
     * @param sha256 the SHA-256 of the text as it is stored, so that it can be told later which one it was
     * @param submittedBy the account of whoever had submitted it, or null in demo data
     */
    record Approved(
            Instant at,
            Who who,
            TenantId partner,
            String sha256,
            @Nullable UUID submittedBy) implements ListingEvent {

        @Override
        public Map<String, String> details() {
            return Map.of("sha256", sha256);
        }
    }

    /** The operator has sent it back. */
    record Returned(Instant at, Who who, TenantId partner, String reason, UUID submittedBy) implements ListingEvent {

        @Override
        public Map<String, String> details() {
            return Map.of("reason", reason);
        }
    }

    /** The partner has hidden it. */
    record Hidden(Instant at, Who who, TenantId partner) implements ListingEvent {}

    /** The partner has shown it again. */
    record Shown(Instant at, Who who, TenantId partner) implements ListingEvent {}

    /** The operator has taken it out of the directory. */
    record Blocked(Instant at, Who who, TenantId partner, String reason) implements ListingEvent {

        @Override
        public Map<String, String> details() {
            return Map.of("reason", reason);
        }
    }

    /** The operator has put it back. */
    record Unblocked(Instant at, Who who, TenantId partner) implements ListingEvent {}
}
