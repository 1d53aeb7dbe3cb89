package org.partnerportal.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives the rows that wait their numbers and hashes. It locks the chain's end and the waiting list's committed rows, which
 * no writer of the trail ever touches, so nobody waits for it; a second sealer does.
 */
@Service
class TrailSealer {

    static final int BATCH = 1_000;

    private final JdbcTemplate database;

    TrailSealer(JdbcTemplate database) {
        this.database = database;
    }

    /**
     * What was sealed.
     *
     * @param rows how many
     * @param head where the chain ends now
     */
    record Sealed(int rows, TrailReport.Head head) {}

    /**
     * Seals what waits, at most a batch of it. Rows stand in the order of their ids, which is nearly that of time; one that
     * committed late gets a later number.
     */
    @Transactional
    public Sealed seal() {
        TrailReport.Head head = Objects.requireNonNull(database.queryForObject(
                "select number, hash from trail_head where id = 1 for update",
                (columns, row) -> new TrailReport.Head(columns.getLong(1), columns.getString(2))));
        List<TrailChain.Row> rows = database.query(
                "select " + TrailChain.COLUMNS + " from trail_unsealed u join trail_entry e on e.id = u.entry_id"
                        + " order by u.entry_id limit " + BATCH,
                (columns, row) -> TrailChain.Row.read(columns));
        if (rows.isEmpty()) {
            return new Sealed(0, head);
        }
        long number = head.number();
        String hash = head.hash();
        List<Object[]> seals = new ArrayList<>();
        List<Object[]> sealed = new ArrayList<>();
        for (TrailChain.Row row : rows) {
            number++;
            hash = TrailChain.hash(hash, number, row);
            seals.add(new Object[] {number, row.id(), TrailChain.FORM, hash});
            sealed.add(new Object[] {row.id()});
        }
        database.batchUpdate("insert into trail_seal (number, entry_id, form, hash) values (?, ?, ?, ?)", seals);
        database.batchUpdate("delete from trail_unsealed where entry_id = ?", sealed);
        database.update("update trail_head set number = ?, hash = ? where id = 1", number, hash);
        return new Sealed(rows.size(), new TrailReport.Head(number, hash));
    }
}
