package org.partnerportal.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.BitSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A link can't be guessed, and does not show itself. */
class LinkTests {

    private static final int BITS = 256;
    private static final int MANY = 200;

    @Test
    void has256Bits() {
        assertThat(bits(Link.random())).hasSize(BITS / Byte.SIZE);
    }

    @Test
    void hasNoBitThatIsAlwaysTheSame() {
        BitSet everSet = new BitSet(BITS);
        BitSet everClear = new BitSet(BITS);
        for (int i = 0; i < MANY; i++) {
            BitSet bits = BitSet.valueOf(bits(Link.random()));
            everSet.or(bits);
            bits.flip(0, BITS);
            everClear.or(bits);
        }

        assertThat(everSet.cardinality()).isEqualTo(BITS);
        assertThat(everClear.cardinality()).isEqualTo(BITS);
    }

    @Test
    void isNewEveryTime() {
        Set<String> tokens =
                IntStream.range(0, MANY).mapToObj(i -> Link.random().token()).collect(Collectors.toSet());

        assertThat(tokens).hasSize(MANY);
    }

    @Test
    void survivesAnAddressBarAndAMailUnchanged() {
        assertThat(Link.random().token()).matches("[A-Za-z0-9_-]{43}");
    }

    @Test
    void isStoredAsTheSha256OfItsToken() {
        assertThat(new Link("abc").sha256())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void leadsToItsPath() {
        assertThat(new Link("abc").path()).isEqualTo("/i/abc");
    }

    @Test
    void hidesItsTokenFromLogs() {
        Link link = Link.random();

        assertThat(link.toString()).isEqualTo("/i/…").doesNotContain(link.token());
    }

    private static byte[] bits(Link link) {
        return Base64.getUrlDecoder().decode(link.token());
    }
}
