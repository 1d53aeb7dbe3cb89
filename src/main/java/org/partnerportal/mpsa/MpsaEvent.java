package org.partnerportal.mpsa;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.TrailEvent;
import org.partnerportal.shared.Who;

/** Something that happened to a consent. It happens to both partners, so each is told of in an event of its own. */
public sealed interface MpsaEvent extends TrailEvent {

    /** The partner that this event tells of stands first. */
    MpsaFacts consent();

    @Override
    default String kind() {
        return "Mpsa" + getClass().getSimpleName();
    }

    @Override
    default TenantId customer() {
        return consent().customer();
    }

    @Override
    default TenantId partner() {
        return consent().first();
    }

    @Override
    default UUID subject() {
        return consent().id();
    }

    @Override
    default Map<String, String> details() {
        return Map.of(
                "mpsaPartner",
                consent().firstName(),
                "otherMpsaPartner",
                consent().secondName());
    }

    /** The partner sees what the other sold to the customer. */
    record Allowed(Instant at, Who who, MpsaFacts consent) implements MpsaEvent {}

    /** It doesn't any more, since the other's relationship ended. */
    record Ended(Instant at, Who who, MpsaFacts consent) implements MpsaEvent {}

    /** It doesn't any more. */
    record TakenBack(Instant at, Who who, MpsaFacts consent) implements MpsaEvent {}
}
