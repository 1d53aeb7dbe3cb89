package org.partnerportal.application;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Packages in the database, in pieces. Each piece is a statement of its own: a slow reader must not hold a connection, and
 * 50 MB are no transaction for a table that others use.
 */
@Component
class DatabasePackages implements PackageStore {

    private static final int PIECE = 1024 * 1024;

    private final JdbcClient database;
    private final Clock clock;

    DatabasePackages(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public PackageStorage storage() {
        return PackageStorage.DATABASE;
    }

    @Override
    public long write(UUID file, InputStream content) throws IOException {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        long bytes = 0;
        byte[] piece = content.readNBytes(PIECE);
        for (int place = 0; piece.length > 0; place++) {
            database.sql("insert into application_chunk (file_id, place, content, kept_at)"
                            + " values (:file, :place, :content, :now)")
                    .param("file", file)
                    .param("place", place)
                    .param("content", piece)
                    .param("now", now)
                    .update();
            bytes += piece.length;
            piece = content.readNBytes(PIECE);
        }
        return bytes;
    }

    @Override
    public void read(UUID file, OutputStream to) throws IOException {
        int place = 0;
        Optional<byte[]> piece = piece(file, place);
        while (piece.isPresent()) {
            to.write(piece.get());
            place++;
            piece = piece(file, place);
        }
    }

    private Optional<byte[]> piece(UUID file, int place) {
        return database.sql("select content from application_chunk where file_id = :file and place = :place")
                .param("file", file)
                .param("place", place)
                .query((row, number) -> row.getBytes("content"))
                .optional();
    }

    @Override
    public void delete(UUID file) {
        database.sql("delete from application_chunk where file_id = :file")
                .param("file", file)
                .update();
    }

    @Override
    public List<UUID> keptBefore(Instant before) {
        return database.sql("select file_id from application_chunk where place = 0 and kept_at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list();
    }
}
