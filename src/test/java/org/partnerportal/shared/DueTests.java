package org.partnerportal.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is due is taken in batches, and one that fails holds up no other. */
class DueTests {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final List<Due> all = IntStream.range(0, 250)
            .mapToObj(number -> new Due(new UUID(1, number), NOW.plus(Duration.ofSeconds(number))))
            .toList();
    private final List<UUID> done = new ArrayList<>();
    private final List<UUID> failed = new ArrayList<>();
    private final List<Integer> batches = new ArrayList<>();

    private List<Due> behind(Due last, int most) {
        return all.stream()
                .filter(due -> due.at().isAfter(last.at()))
                .sorted(Comparator.comparing(Due::at))
                .limit(most)
                .toList();
    }

    private void take(List<UUID> ids) {
        batches.add(ids.size());
        if (ids.contains(all.get(120).id())) {
            throw new IllegalStateException("this one fails");
        }
        done.addAll(ids);
    }

    @Test
    void everythingIsTakenOnceInBatchesAndAFailingOneHoldsUpNoOther() {
        Due.takeAll(this::behind, this::take, (id, e) -> failed.add(id));

        assertThat(failed).containsExactly(all.get(120).id());
        assertThat(done).hasSize(249).doesNotHaveDuplicates();
        assertThat(batches).startsWith(100, 100, 1).endsWith(1, 50).hasSize(103);
    }
}
