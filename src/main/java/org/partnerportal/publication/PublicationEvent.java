package org.partnerportal.publication;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.TrailEvent;
import org.partnerportal.shared.Who;

/** Something that an operator does with a version; only telling a customer is in anybody else's part of the trail. */
public sealed interface PublicationEvent extends TrailEvent {

    /** The name of the version. */
    String agreement();

    @Override
    default String kind() {
        return "Publication" + getClass().getSimpleName();
    }

    @Override
    default @Nullable TenantId customer() {
        return who().tenant(); // the operator’s own organisation
    }

    @Override
    default @Nullable TenantId partner() {
        return null;
    }

    @Override
    default Map<String, String> details() {
        return Map.of("agreement", agreement());
    }

    /** A draft was written or changed. */
    record DraftKept(Instant at, Who who, UUID subject, String agreement) implements PublicationEvent {}

    /** A draft was thrown away. */
    record DraftDeleted(Instant at, Who who, UUID subject, String agreement) implements PublicationEvent {}

    /** The operator has every customer told again. */
    record Demanded(Instant at, Who who, UUID subject, String agreement) implements PublicationEvent {}

    /** A customer is told that it has to accept the version; {@code first} where it was just published. */
    record CustomerTold(Instant at, Who who, TenantId customer, UUID subject, String agreement, boolean first)
            implements PublicationEvent {}
}
