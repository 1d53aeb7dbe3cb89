package org.partnerportal.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/**
 * Reads the whole chain in its order and compares it with the trail; names the first row that is not as it was sealed. It
 * takes no locks, and reads in portions, so that a long check holds up neither writers nor the database's housekeeping.
 */
@Service
public class TrailCheck {

    private static final int PORTION = 5_000;

    private final JdbcTemplate database;
    private final Clock clock;

    TrailCheck(JdbcTemplate database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Checks the trail by itself. */
    public TrailReport check() {
        return check(null);
    }

    /**
     * Checks the trail, and that it goes through an end that was noted earlier. Only that shows a chain which somebody with
     * the right to change everything in the database has made anew from some row on.
     */
    public TrailReport check(TrailReport.@Nullable Head noted) {
        Instant start = clock.instant();
        End end = end();
        var walk = new Walk(noted);
        boolean more = true;
        while (more) {
            more = walk.go(portion(walk.number, end.last()));
        }
        TrailReport.BadRow bad = walk.bad == null ? walk.compare(end.kept()) : walk.bad;
        long waiting = number("select count(*) from trail_unsealed");
        if (bad == null) {
            bad = unsealed();
        }
        return new TrailReport(
                start,
                Duration.between(start, clock.instant()),
                walk.number,
                new TrailReport.Head(walk.number, walk.hash),
                waiting,
                bad);
    }

    /**
     * Where the chain ends, read by one statement, since the sealer moves both at once.
     *
     * @param kept as it is kept apart, or null where it is gone
     * @param last the last number that there is
     */
    private record End(TrailReport.@Nullable Head kept, long last) {}

    private End end() {
        return Objects.requireNonNull(database.queryForObject(
                "select h.number, h.hash, (select coalesce(max(number), 0) from trail_seal) as last"
                        + " from (select 1 as one) always left join trail_head h on h.id = always.one",
                (columns, row) -> {
                    long number = columns.getLong("number");
                    TrailReport.Head kept =
                            columns.wasNull() ? null : new TrailReport.Head(number, columns.getString("hash"));
                    return new End(kept, columns.getLong("last"));
                }));
    }

    /** A seal, and its row where it is still there. */
    private record Sealed(long number, UUID entry, int form, String hash, TrailChain.@Nullable Row row) {

        static Sealed read(ResultSet columns) throws SQLException {
            boolean there = columns.getObject("id", UUID.class) != null;
            return new Sealed(
                    columns.getLong("number"),
                    columns.getObject("entry_id", UUID.class),
                    columns.getInt("form"),
                    columns.getString("hash"),
                    there ? TrailChain.Row.read(columns) : null);
        }
    }

    private List<Sealed> portion(long after, long last) {
        return database.query(
                "select s.number, s.entry_id, s.form, s.hash, " + TrailChain.COLUMNS
                        + " from trail_seal s left join trail_entry e on e.id = s.entry_id"
                        + " where s.number > ? and s.number <= ? order by s.number limit " + PORTION,
                (columns, row) -> Sealed.read(columns),
                after,
                last);
    }

    private static TrailReport.BadRow bad(@Nullable Long number, @Nullable UUID entry, TrailProblem problem) {
        return new TrailReport.BadRow(number, entry, problem);
    }

    /** The way along the chain, as far as all is well. */
    private static final class Walk {

        private final TrailReport.@Nullable Head noted;
        private long number;
        private String hash = TrailChain.START;
        private TrailReport.@Nullable BadRow bad;

        Walk(TrailReport.@Nullable Head noted) {
            this.noted = noted;
        }

        /** Goes on over these; tells whether there may be more. */
        boolean go(List<Sealed> portion) {
            for (Sealed sealed : portion) {
                bad = step(sealed);
                if (bad != null) {
                    return false;
                }
            }
            return portion.size() == PORTION;
        }

        private TrailReport.@Nullable BadRow step(Sealed sealed) {
            long next = number + 1;
            if (sealed.number() != next) {
                return bad(next, null, TrailProblem.MISSING);
            }
            if (sealed.form() != TrailChain.FORM) {
                return bad(next, sealed.entry(), TrailProblem.FORM);
            }
            if (sealed.row() == null) {
                return bad(next, sealed.entry(), TrailProblem.DELETED);
            }
            String computed = TrailChain.hash(hash, next, sealed.row());
            if (!computed.equals(sealed.hash())) {
                return bad(next, sealed.entry(), TrailProblem.CHANGED);
            }
            if (noted != null && noted.number() == next && !noted.hash().equals(computed)) {
                return bad(next, sealed.entry(), TrailProblem.NOTED);
            }
            number = next;
            hash = computed;
            return null;
        }

        /** The chain's end against the one that is kept apart, and the one that was noted. */
        private TrailReport.@Nullable BadRow compare(TrailReport.@Nullable Head kept) {
            if (kept != null && kept.number() > number) {
                return bad(number + 1, null, TrailProblem.CUT);
            }
            if (kept == null || kept.number() < number || !kept.hash().equals(hash)) {
                return bad(number, null, TrailProblem.HEAD);
            }
            if (noted != null && noted.number() > number) {
                return bad(number + 1, null, TrailProblem.NOTED);
            }
            return null;
        }
    }

    /**
     * The first row that has no seal and waits for none, or that waits for one and is gone itself. That a row waits is no
     * fault, however long: nothing seals while the portal is off.
     */
    private TrailReport.@Nullable BadRow unsealed() {
        List<UUID> putIn = database.queryForList(
                "select e.id from trail_entry e left join trail_seal s on s.entry_id = e.id"
                        + " left join trail_unsealed u on u.entry_id = e.id"
                        + " where s.entry_id is null and u.entry_id is null order by e.id limit 1",
                UUID.class);
        if (!putIn.isEmpty()) {
            return bad(null, putIn.get(0), TrailProblem.UNSEALED);
        }
        List<UUID> gone = database.queryForList(
                "select u.entry_id from trail_unsealed u left join trail_entry e on e.id = u.entry_id"
                        + " where e.id is null order by u.entry_id limit 1",
                UUID.class);
        return gone.isEmpty() ? null : bad(null, gone.get(0), TrailProblem.DELETED);
    }

    private long number(String query) {
        return Objects.requireNonNull(database.queryForObject(query, Long.class));
    }
}
