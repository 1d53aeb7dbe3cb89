package org.partnerportal.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How many relationships may be switched at once. */
class BulkRulesTests {

    @Test
    void begins() {
        assertThat(BulkRules.begin(1)).isEmpty();
        assertThat(BulkRules.begin(10_000)).isEmpty();
    }

    @Test
    void needsSomethingChosen() {
        assertThat(BulkRules.begin(0)).contains(BulkRefusal.NOTHING_CHOSEN);
    }

    @Test
    void takesTenThousandAtMost() {
        assertThat(BulkRules.begin(10_001)).contains(BulkRefusal.TOO_MANY);
    }
}
