package org.partnerportal.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A masked address is recognised by its owner and by nobody else. */
class MaskedTests {

    @Test
    void showsTheFirstLetterAndTheDomain() {
        assertThat(Masked.email("kaori@sakura.example")).isEqualTo("k•••@sakura.example");
    }

    @Test
    void doesNotTellHowLongTheAddressIs() {
        assertThat(Masked.email("k@sakura.example")).isEqualTo(Masked.email("kaori.sato@sakura.example"));
    }
}
