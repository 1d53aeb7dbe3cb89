package org.partnerportal.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.partnerportal.relationship.RelationshipView.RoleLoss;
import org.partnerportal.relationship.RelationshipView.Went;

/** When roles went that somebody misses. */
class RoleLossTests {

    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant LATER = TEN.plusSeconds(600);

    private static List<RoleLoss> losses(Went... went) {
        return RoleLoss.of(Stream.of(went));
    }

    @Test
    void everyMomentIsNamedTheLatestFirst() {
        assertThat(losses(new Went("helpdesk", TEN, "Ann"), new Went("user", LATER, "Ben")))
                .containsExactly(
                        new RoleLoss(LATER, "Ben", Set.of("user")), new RoleLoss(TEN, "Ann", Set.of("helpdesk")));
    }

    @Test
    void whatWentTogetherIsNamedTogether() {
        assertThat(losses(
                        new Went("helpdesk", TEN, "Ann"), new Went("user", TEN, "Ann"), new Went("reader", TEN, null)))
                .containsExactlyInAnyOrder(
                        new RoleLoss(TEN, "Ann", Set.of("helpdesk", "user")),
                        new RoleLoss(TEN, null, Set.of("reader")));
    }

    @Test
    void aRoleThatWentTwiceCountsTheLastTime() {
        assertThat(losses(new Went("user", TEN, "Ann"), new Went("user", LATER, null)))
                .containsExactly(new RoleLoss(LATER, null, Set.of("user")));
    }
}
