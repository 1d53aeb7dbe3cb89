package org.partnerportal.batch;

import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files whose rows the job looks through; each is kept until it is through with it. */
@Repository
class BatchFiles {

    private final JdbcClient database;

    BatchFiles(JdbcClient database) {
        this.database = database;
    }

    void add(UUID batch, byte[] content) {
        database.sql("insert into batch_file (batch_id, content) values (:batch, :content)")
                .param("batch", batch)
                .param("content", Base64.getEncoder().encodeToString(content))
                .update();
    }

    Optional<byte[]> content(UUID batch) {
        return database.sql("select content from batch_file where batch_id = :batch")
                .param("batch", batch)
                .query((row, number) -> row.getString("content"))
                .optional()
                .map(Base64.getDecoder()::decode);
    }

    void delete(UUID batch) {
        database.sql("delete from batch_file where batch_id = :batch")
                .param("batch", batch)
                .update();
    }
}
