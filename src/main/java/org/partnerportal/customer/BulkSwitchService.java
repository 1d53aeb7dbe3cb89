package org.partnerportal.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerportal.batch.BatchLine;
import org.partnerportal.batch.BatchRows;
import org.partnerportal.batch.BatchService;
import org.partnerportal.batch.NewBatch;
import org.partnerportal.relationship.RelationshipFilter;
import org.partnerportal.relationship.RelationshipList;
import org.partnerportal.relationship.RelationshipRules;
import org.partnerportal.relationship.RelationshipService;
import org.partnerportal.shared.Refusal;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.tenant.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes batches that switch auto-extend for many relationships. */
@Service
@Transactional(readOnly = true)
class BulkSwitchService {

    private static final int AT_ONCE = 500;

    private final BatchService batches;
    private final RelationshipService relationships;

    BulkSwitchService(BatchService batches, RelationshipService relationships) {
        this.batches = batches;
        this.relationships = relationships;
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

    /** Lets a batch begin that switches all of them; tells under which id. */
    @Transactional
    UUID run(Actor actor, BulkForm form) {
        requireAdminAgent(actor);
        UUID id = form.switchId();
        if (batches.exists(actor, BulkSwitchWork.KIND, id)) {
            return id; // the second click of two
        }
        // all are known before the first is switched: a filter may lose those that were
        List<RelationshipList.Line> chosen =
                form.meansAll() ? all(actor, form.filter()) : relationships.customers(actor, form.ids());
        BulkRules.begin(chosen.size()).ifPresent(BulkSwitchService::refuse);
        List<BatchLine> lines = new ArrayList<>();
        for (RelationshipList.Line line : chosen) {
            lines.add(BulkSwitchWork.line(
                    lines.size() + 1, line.row().id(), line.row().other()));
        }
        String setting = form.turnsOn() ? BulkSwitchWork.ON : BulkSwitchWork.OFF;
        UUID made = batches.create(actor, new NewBatch(id, BulkSwitchWork.KIND, "", setting, lines));
        batches.start(actor, BulkSwitchWork.KIND, made);
        return made;
    }

    private List<RelationshipList.Line> all(Actor actor, RelationshipFilter filter) {
        List<RelationshipList.Line> chosen = new ArrayList<>();
        RelationshipFilter rest = filter;
        while (rest != null && chosen.size() <= BulkRules.MOST) {
            RelationshipList.Batch some = relationships.customers(actor, rest, AT_ONCE);
            chosen.addAll(some.lines());
            rest = some.next() == null ? null : filter.from(some.next());
        }
        return chosen;
    }

    /** A row of the batch with its relationship as it is now. */
    record Row(BatchLine row, RelationshipList.Line line) {}

    /** These rows, each with its relationship, by one statement for all. */
    List<Row> withRelationships(Actor actor, BatchRows rows) {
        List<UUID> ids = rows.lines().stream().map(BulkSwitchWork::relationship).toList();
        Map<UUID, RelationshipList.Line> lines = relationships.customers(actor, ids).stream()
                .collect(Collectors.toMap(line -> line.row().id(), Function.identity()));
        return rows.lines().stream()
                .map(row -> new Row(row, Objects.requireNonNull(lines.get(BulkSwitchWork.relationship(row)))))
                .toList();
    }

    private static void requireAdminAgent(Actor actor) {
        RelationshipRules.manageCustomers(actor).ifPresent(BulkSwitchService::refuse);
    }

    private static void refuse(Refusal refusal) {
        throw new RefusedException(refusal);
    }
}
