package org.partnerportal.customer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerportal.relationship.RelationshipFilter;
import org.partnerportal.relationship.RelationshipList;
import org.partnerportal.relationship.RelationshipRow;
import org.partnerportal.relationship.RelationshipRules;
import org.partnerportal.relationship.RelationshipService;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.Refusal;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Switches auto-extend for many relationships, each in a transaction of its own: one that is refused holds up no other, and
 * what is done stays done whatever happens to the rest. Sent twice, it is still one switch.
 */
@Service
class BulkSwitchService {

    private static final Logger LOG = LoggerFactory.getLogger(BulkSwitchService.class);

    private static final Duration KEPT = Duration.ofDays(30);
    private static final int BATCH = 500;
    private static final List<BulkOutcome> EVERY_OUTCOME = List.of(BulkOutcome.values());

    private final BulkSwitchRepository bulks;
    private final BulkSwitchRowRepository rows;
    private final RelationshipService relationships;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BulkSwitchService(
            BulkSwitchRepository bulks,
            BulkSwitchRowRepository rows,
            RelationshipService relationships,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.bulks = bulks;
        this.rows = rows;
        this.relationships = relationships;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * What would be switched.
     *
     * @param count how many
     * @param lines those that were ticked; none where the whole list is meant
     * @param refusal why it can't be begun, or null
     */
    record Question(
            long count,
            List<RelationshipList.Line> lines,
            @Nullable BulkRefusal refusal) {}

    Question ask(Actor actor, BulkForm form) {
        requireAdminAgent(actor);
        List<RelationshipList.Line> lines = form.meansAll() ? List.of() : relationships.customers(actor, form.ids());
        long count =
                form.meansAll() ? relationships.countCustomers(actor, form.filter(), BulkRules.MOST + 1) : lines.size();
        return new Question(count, lines, BulkRules.begin(count).orElse(null));
    }

    /** Switches all of them and keeps what became of each; tells under which id. */
    UUID run(Actor actor, BulkForm form) {
        requireAdminAgent(actor);
        UUID id = form.switchId();
        if (bulks.ofPartner(actor.tenant(), id).isPresent()) {
            return id; // the second click of two
        }
        // all are known before the first is switched: a filter may lose those that were
        List<Chosen> chosen = form.meansAll()
                ? all(actor, form.filter())
                : relationships.customers(actor, form.ids()).stream()
                        .map(line -> Chosen.of(line.row()))
                        .toList();
        BulkRules.begin(chosen.size()).ifPresent(BulkSwitchService::refuse);
        Instant now = clock.instant();
        var bulk = new BulkSwitch(Ids.isFresh(id, now) ? id : Ids.next(), actor, form.turnsOn(), chosen.size(), now);
        transaction.executeWithoutResult(status -> {
            bulks.forgetRows(actor.tenant(), now.minus(KEPT));
            bulks.forget(actor.tenant(), now.minus(KEPT));
            bulks.save(bulk);
        });
        for (int ordinal = 0; ordinal < chosen.size(); ordinal++) {
            switchOne(actor, chosen.get(ordinal), form.turnsOn(), new BulkSwitchRow.Key(bulk.id(), ordinal));
        }
        return bulk.id();
    }

    private record Chosen(UUID relationship, TenantId customer) {

        static Chosen of(RelationshipRow row) {
            return new Chosen(row.id(), row.other());
        }
    }

    private List<Chosen> all(Actor actor, RelationshipFilter filter) {
        List<Chosen> chosen = new ArrayList<>();
        RelationshipFilter rest = filter;
        while (rest != null && chosen.size() <= BulkRules.MOST) {
            RelationshipList.Batch batch = relationships.customers(actor, rest, BATCH);
            batch.lines().forEach(line -> chosen.add(Chosen.of(line.row())));
            rest = batch.next() == null ? null : filter.from(batch.next());
        }
        return chosen;
    }

    private void switchOne(Actor actor, Chosen chosen, boolean on, BulkSwitchRow.Key key) {
        try {
            transaction.executeWithoutResult(status -> {
                boolean changed =
                        relationships.switchAutoExtendAsPartner(actor, chosen.customer(), chosen.relationship(), on);
                BulkOutcome outcome = changed ? BulkOutcome.DONE : BulkOutcome.ALREADY_SO;
                rows.save(new BulkSwitchRow(key, chosen.relationship(), outcome, null));
            });
        } catch (RefusedException refused) {
            String reason = refused.refusal().key();
            rows.save(new BulkSwitchRow(key, chosen.relationship(), BulkOutcome.REFUSED, reason));
        } catch (DataAccessException | TransactionException fault) {
            LOG.warn("Relationship {} could not be switched", chosen.relationship(), fault);
            rows.save(new BulkSwitchRow(key, chosen.relationship(), BulkOutcome.REFUSED, "customer.bulk.fault"));
        }
    }

    BulkResult result(Actor actor, UUID id) {
        BulkSwitch bulk = find(actor, id);
        Map<BulkOutcome, Long> counts = new EnumMap<>(BulkOutcome.class);
        bulks.counts(id).forEach(count -> counts.put(count.outcome(), count.rows()));
        List<BulkSwitchRow> refused = bulks.rows(id, -1, List.of(BulkOutcome.REFUSED), Limit.of(BulkResult.MOST_SHOWN));
        return new BulkResult(
                id, bulk.switchedOn(), bulk.personName(), bulk.startedAt(), counts, withLines(actor, refused));
    }

    /** Some of the rows, from that ordinal on. */
    List<BulkResult.Row> rows(Actor actor, UUID id, int from) {
        find(actor, id);
        return withLines(actor, bulks.rows(id, from - 1, EVERY_OUTCOME, Limit.of(BATCH)));
    }

    private BulkSwitch find(Actor actor, UUID id) {
        requireAdminAgent(actor);
        return bulks.ofPartner(actor.tenant(), id).orElseThrow(NotFoundException::new);
    }

    private List<BulkResult.Row> withLines(Actor actor, List<BulkSwitchRow> found) {
        Map<UUID, RelationshipList.Line> lines =
                relationships
                        .customers(
                                actor,
                                found.stream()
                                        .map(BulkSwitchRow::relationshipId)
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(line -> line.row().id(), Function.identity()));
        return found.stream()
                .map(row -> new BulkResult.Row(
                        Objects.requireNonNull(lines.get(row.relationshipId())), row.outcome(), row.refusal()))
                .toList();
    }

    private static void requireAdminAgent(Actor actor) {
        RelationshipRules.manageCustomers(actor).ifPresent(BulkSwitchService::refuse);
    }

    private static void refuse(Refusal refusal) {
        throw new RefusedException(refusal);
    }
}
