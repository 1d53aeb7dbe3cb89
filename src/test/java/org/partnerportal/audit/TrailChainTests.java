package org.partnerportal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The form in which rows are sealed: written down a second time here, since it must never change. */
class TrailChainTests {

    private static final Instant AT = Instant.parse("2026-03-02T09:00:00.123456Z");
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);

    private static TrailChain.Row row(
            Instant at,
            String kind,
            @Nullable UUID person,
            String name,
            @Nullable UUID tenant,
            @Nullable UUID onBehalfOf,
            @Nullable UUID customer,
            @Nullable UUID partner,
            UUID subject,
            String details,
            String address,
            String requestId) {
        return new TrailChain.Row(
                ONE,
                at,
                kind,
                person,
                name,
                tenant,
                onBehalfOf,
                customer,
                partner,
                subject,
                details,
                address,
                requestId);
    }

    private static TrailChain.Row usual() {
        return row(AT, "Kind", ONE, "日本", ONE, null, ONE, TWO, TWO, "{}", "127.0.0.1", "R");
    }

    @Test
    void formOneIsAsItIsDocumented() throws Exception {
        var bytes = ByteBuffer.allocate(1_000);
        bytes.putInt(1).putLong(7);
        String one = "00000000-0000-0000-0000-000000000001";
        String two = "00000000-0000-0000-0000-000000000002";
        for (String column : new String[] {
            one, "1772442000123456", "Kind", one, "日本", one, null, one, two, two, "{}", "127.0.0.1", "R"
        }) {
            bytes.put((byte) (column == null ? 0 : 1));
            if (column != null) {
                byte[] text = column.getBytes(StandardCharsets.UTF_8);
                bytes.putInt(text.length).put(text);
            }
        }
        var sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update(new byte[32]);
        sha256.update(bytes.array(), 0, bytes.position());
        assertThat(TrailChain.hash(TrailChain.START, 7, usual()))
                .isEqualTo(HexFormat.of().formatHex(sha256.digest()))
                .isEqualTo("a8656708fe1fc9e846c94e76d8a5e2a5beb50abdd01a1be3b6a19432c39ec46d");
    }

    @Test
    void everyColumnThePlaceAndWhatStandsBeforeItCount() {
        List<TrailChain.Row> others = List.of(
                usual(),
                row(AT.plusNanos(1_000), "Kind", ONE, "日本", ONE, null, ONE, TWO, TWO, "{}", "127.0.0.1", "R"),
                row(AT, "Other", ONE, "日本", ONE, null, ONE, TWO, TWO, "{}", "127.0.0.1", "R"),
                row(AT, "Kind", null, "日本", ONE, null, ONE, TWO, TWO, "{}", "127.0.0.1", "R"),
                row(AT, "Kind", ONE, "日", ONE, null, ONE, TWO, TWO, "{}", "127.0.0.1", "R"),
                row(AT, "Kind", ONE, "日本", null, ONE, ONE, TWO, TWO, "{}", "127.0.0.1", "R"),
                row(AT, "Kind", ONE, "日本", ONE, ONE, ONE, TWO, TWO, "{}", "127.0.0.1", "R"),
                row(AT, "Kind", ONE, "日本", ONE, null, null, TWO, TWO, "{}", "127.0.0.1", "R"),
                row(AT, "Kind", ONE, "日本", ONE, null, ONE, null, TWO, "{}", "127.0.0.1", "R"),
                row(AT, "Kind", ONE, "日本", ONE, null, ONE, TWO, ONE, "{}", "127.0.0.1", "R"),
                row(AT, "Kind", ONE, "日本", ONE, null, ONE, TWO, TWO, "", "127.0.0.1", "R"),
                row(AT, "Kind", ONE, "日本", ONE, null, ONE, TWO, TWO, "{}", "127.0.0.", "1R"),
                row(AT, "Kind", ONE, "日本", ONE, null, ONE, TWO, TWO, "{}", "127.0.0.1", "S"));
        Set<String> hashes = new HashSet<>();
        others.forEach(row -> hashes.add(TrailChain.hash(TrailChain.START, 1, row)));
        hashes.add(TrailChain.hash(TrailChain.START, 2, usual()));
        hashes.add(TrailChain.hash("1".repeat(64), 1, usual()));
        assertThat(hashes).hasSize(others.size() + 2);
    }

    @Test
    void anEndIsReadAsItWasWritten() {
        var head = new TrailReport.Head(12, "0a".repeat(32));
        assertThat(TrailReport.Head.parse(" " + head + "\n")).contains(head);
        for (String nonsense : List.of("", "12", "12:", ":" + head.hash(), "12:" + head.hash() + "0", "-" + head)) {
            assertThat(TrailReport.Head.parse(nonsense)).as(nonsense).isEmpty();
        }
    }
}
