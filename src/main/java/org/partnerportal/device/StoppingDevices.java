package org.partnerportal.device;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.RelationshipView;
import org.partnerportal.relationship.Stopping;
import org.partnerportal.shared.CutCount;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The devices that a partner no longer sees when a relationship ends, counted by one statement. */
@Component
class StoppingDevices implements Stopping {

    private final DeviceSearch search;
    private final Clock clock;

    StoppingDevices(DeviceSearch search, Clock clock) {
        this.search = search;
        this.clock = clock;
    }

    /** How many the partner registered and the customer still has. */
    record Registered(long count) implements CutCount {}

    @Override
    public String template() {
        return "device/parts";
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, Registered> of(List<RelationshipView> inForce) {
        return Stopping.last(inForce, PartnerType::registersDevices)
                .map(relationship -> Map.of(
                        relationship.id(),
                        new Registered(
                                search.registered(relationship.partner(), relationship.customer(), clock.instant()))))
                .orElse(Map.of());
    }
}
