package org.partnerportal.audit;

import java.util.Objects;
import java.util.TreeMap;
import org.partnerportal.shared.TrailEvent;
import org.slf4j.MDC;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes a row for every event that belongs in the trail, in the transaction of what happened. */
@Component
class TrailListener {

    private final TrailRepository trail;
    private final UnsealedEntryRepository unsealed;
    private final JsonMapper json;

    TrailListener(TrailRepository trail, UnsealedEntryRepository unsealed, JsonMapper json) {
        this.trail = trail;
        this.unsealed = unsealed;
        this.json = json;
    }

    @Order(0) // before others, who may do something because of it that is recorded too
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(TrailEvent event) {
        // sorted, so that the same facts are always the same text
        String details = json.writeValueAsString(new TreeMap<>(event.details()));
        TrailEntry entry = trail.save(new TrailEntry(event, details, fromRequest("address"), fromRequest("requestId")));
        unsealed.save(new UnsealedEntry(entry.getId()));
    }

    private static String fromRequest(String key) {
        return Objects.requireNonNullElse(MDC.get(key), "");
    }
}
