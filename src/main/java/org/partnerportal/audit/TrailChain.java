package org.partnerportal.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a row of the trail becomes a link of the chain. The hash is the SHA-256 of the hash before it and of the row in form
 * 1: the form and the row's number as 4 and 8 bytes, then its columns in the order of {@link Row}, each as one byte 0 where
 * it is null, or else as one byte 1, its length in 4 bytes, and its text in UTF-8. The time is told in microseconds since
 * 1970. A later form gets a number of its own, since rows that are sealed keep theirs.
 */
final class TrailChain {

    /** The form in which new rows are sealed. */
    static final int FORM = 1;

    /** What stands before the first row. */
    static final String START = "0".repeat(64);

    /** The columns of a row, for a select in which {@code trail_entry} is e. */
    static final String COLUMNS = "e.id, e.at, e.kind, e.person_id, e.person_name, e.tenant_id, e.on_behalf_of_id,"
            + " e.customer_id, e.partner_id, e.subject_id, e.details, e.address, e.request_id";

    private static final HexFormat HEX = HexFormat.of();

    private TrailChain() {}

    /** A row as it stands in the database. */
    record Row(
            UUID id,
            Instant at,
            String kind,
            @Nullable UUID person,
            String personName,
            @Nullable UUID tenant,
            @Nullable UUID onBehalfOf,
            @Nullable UUID customer,
            @Nullable UUID partner,
            UUID subject,
            String details,
            String address,
            String requestId) {

        static Row read(ResultSet columns) throws SQLException {
            return new Row(
                    columns.getObject("id", UUID.class),
                    columns.getObject("at", OffsetDateTime.class).toInstant(),
                    columns.getString("kind"),
                    columns.getObject("person_id", UUID.class),
                    columns.getString("person_name"),
                    columns.getObject("tenant_id", UUID.class),
                    columns.getObject("on_behalf_of_id", UUID.class),
                    columns.getObject("customer_id", UUID.class),
                    columns.getObject("partner_id", UUID.class),
                    columns.getObject("subject_id", UUID.class),
                    columns.getString("details"),
                    columns.getString("address"),
                    columns.getString("request_id"));
        }
    }

    /** The hash of the row with that number behind the one before it, both in hexadecimal digits. */
    static String hash(String previous, long number, Row row) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(HEX.parseHex(previous));
            sha256.update(canonical(number, row));
            return HEX.formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    private static byte[] canonical(long number, Row row) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(FORM);
            out.writeLong(number);
            write(out, row.id());
            write(out, ChronoUnit.MICROS.between(Instant.EPOCH, row.at()));
            write(out, row.kind());
            write(out, row.person());
            write(out, row.personName());
            write(out, row.tenant());
            write(out, row.onBehalfOf());
            write(out, row.customer());
            write(out, row.partner());
            write(out, row.subject());
            write(out, row.details());
            write(out, row.address());
            write(out, row.requestId());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, @Nullable Object value) throws IOException {
        out.writeByte(value == null ? 0 : 1);
        if (value != null) {
            byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
            out.writeInt(text.length);
            out.write(text);
        }
    }
}
