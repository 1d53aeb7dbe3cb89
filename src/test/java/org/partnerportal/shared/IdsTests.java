package org.partnerportal.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is corrected has an id of its own, always the same one. */
class IdsTests {

    private final UUID form = Ids.next();

    @Test
    void theSameWordsOfTheSameFormHaveTheSameId() {
        UUID corrected = Ids.corrected(form, List.of("one", "two"));
        assertThat(corrected).isNotEqualTo(form).isEqualTo(Ids.corrected(form, List.of("one", "two")));
        assertThat(corrected)
                .isNotEqualTo(Ids.corrected(form, List.of("one", "three")))
                .isNotEqualTo(Ids.corrected(Ids.next(), List.of("one", "two")));
    }

    @Test
    void itIsAsFreshAsItsForm() {
        UUID corrected = Ids.corrected(form, List.of("one"));
        assertThat(corrected.version()).isEqualTo(form.version());
        assertThat(corrected.variant()).isEqualTo(form.variant());
        assertThat(Ids.isFresh(corrected, Instant.now())).isTrue();
    }
}
