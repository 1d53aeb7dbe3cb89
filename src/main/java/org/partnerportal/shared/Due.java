package org.partnerportal.shared;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Something whose time has come.
 *
 * @param id what it is
 * @param at since when it is due
 */
public record Due(UUID id, Instant at) {

    private static final int BATCH = 100;
    private static final Due FIRST = new Due(Ids.FIRST, Instant.EPOCH); // before everything that can be due

    /**
     * Does everything that is due, batch by batch. One that fails must not hold up the others: then each of its batch goes
     * alone, and the failing one waits for the next run.
     *
     * @param find some of what is due, behind that one, in the order of their times; at most so many
     * @param action does what is due for these
     * @param failed is told of each that failed alone
     */
    public static void takeAll(
            BiFunction<Due, Integer, List<Due>> find,
            Consumer<List<UUID>> action,
            BiConsumer<UUID, RuntimeException> failed) {
        List<Due> due = find.apply(FIRST, BATCH);
        while (!due.isEmpty()) {
            take(due.stream().map(Due::id).toList(), action, failed);
            due = find.apply(due.get(due.size() - 1), BATCH);
        }
    }

    private static void take(List<UUID> ids, Consumer<List<UUID>> action, BiConsumer<UUID, RuntimeException> failed) {
        try {
            action.accept(ids);
        } catch (RuntimeException e) {
            if (ids.size() == 1) {
                failed.accept(ids.get(0), e);
                return;
            }
            ids.forEach(id -> take(List.of(id), action, failed));
        }
    }
}
