package org.partnerportal.batch;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.partnerportal.relationship.RelationshipRefusal;
import org.partnerportal.relationship.RelationshipRules;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;

/** Work for tests: leaves one row in a table for each row, and does what the row's payload says. */
@TestComponent
public class BatchProbe implements BatchWork {

    static final String KIND = "probe";
    static final String OK = "ok";
    static final String REFUSE = "refuse";
    static final String FAULT = "fault";
    static final String FAULT_ONCE = "fault-once";
    static final String KILL_ONCE = "kill-once";

    private final JdbcTemplate database;
    private final Clock clock;
    private final Map<TenantId, Instant> held = new ConcurrentHashMap<>();
    private final Set<String> happened = ConcurrentHashMap.newKeySet();

    BatchProbe(JdbcTemplate database, Clock clock) {
        this.database = database;
        this.clock = clock;
        database.execute("create table if not exists probe (batch uuid, number integer)");
    }

    /** Like a node that is killed: nothing catches it, and the transaction is gone. */
    static class Killed extends Error {}

    void hold(Actor actor, Instant until) {
        held.put(actor.tenant(), until);
    }

    /** How many rows of the batch were worked, and how many different ones. */
    Map<String, Object> effects(UUID batch) {
        return database.queryForMap(
                "select count(*) as times, count(distinct number) as different from probe where batch = ?", batch);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String page() {
        return "/probe";
    }

    @Override
    public Optional<RelationshipRefusal> may(Actor actor) {
        return RelationshipRules.manageCustomers(actor);
    }

    @Override
    public Optional<Instant> notBefore(Actor actor) {
        return Optional.ofNullable(held.get(actor.tenant())).filter(until -> until.isAfter(clock.instant()));
    }

    @Override
    public BatchResult work(Actor actor, UUID batch, String setting, BatchLine line) {
        database.update("insert into probe values (?, ?)", batch, line.number());
        boolean first = happened.add(batch + "/" + line.number());
        switch (line.payload()) {
            case REFUSE -> throw new RefusedException(RelationshipRefusal.RELATIONSHIP_ENDED);
            case FAULT -> throw new IllegalStateException("always");
            case FAULT_ONCE -> {
                if (first) {
                    throw new IllegalStateException("once");
                }
            }
            case KILL_ONCE -> {
                if (first) {
                    throw new Killed();
                }
            }
            default -> {}
        }
        return BatchResult.done(batch);
    }
}
