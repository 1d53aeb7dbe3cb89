package org.partnerportal.limit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.partnerportal.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Uses in the database: a row for each, and a row for each subject that everybody who counts locks first. Of a subject only
 * a fingerprint is known.
 */
@Component
class LimitUses {

    private final JdbcClient database;

    LimitUses(JdbcClient database) {
        this.database = database;
    }

    /** Lets nobody else count this subject until the caller's transaction is over. */
    void lock(Limit limit, String subject, Instant now) {
        while (!touch(limit, subject, now)) {
            // whoever comes second waits here for the first one's transaction, and touches its row then
            database.sql("""
                            insert into limit_subject (limit_name, subject, used_at) values (:limit, :subject, :now)
                            on conflict do nothing
                            """)
                    .param("limit", limit.name())
                    .param("subject", subject)
                    .param("now", at(now))
                    .update();
        }
    }

    private boolean touch(Limit limit, String subject, Instant now) {
        return database.sql("""
                        update limit_subject set used_at = :now where limit_name = :limit and subject = :subject
                        """)
                        .param("limit", limit.name())
                        .param("subject", subject)
                        .param("now", at(now))
                        .update()
                > 0;
    }

    /** The earliest of the latest uses, that many of them; empty when there are fewer. */
    Optional<Instant> earliestOfLatest(Limit limit, String subject, int number) {
        return database.sql("""
                        select used_at from limit_use where limit_name = :limit and subject = :subject
                        order by used_at desc offset :skipped rows fetch next 1 rows only
                        """)
                .param("limit", limit.name())
                .param("subject", subject)
                .param("skipped", number - 1)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    void add(Limit limit, String subject, Instant now) {
        database.sql("insert into limit_use (id, limit_name, subject, used_at) values (:id, :limit, :subject, :now)")
                .param("id", Ids.next())
                .param("limit", limit.name())
                .param("subject", subject)
                .param("now", at(now))
                .update();
    }

    void forget(Limit limit, String subject) {
        for (String table : new String[] {"limit_subject", "limit_use"}) {
            database.sql("delete from " + table + " where limit_name = :limit and subject = :subject")
                    .param("limit", limit.name())
                    .param("subject", subject)
                    .update();
        }
    }

    /** Forgets what no limit asks for any more; tells how many uses. */
    int forgetBefore(Instant time) {
        database.sql("delete from limit_subject where used_at < :time")
                .param("time", at(time))
                .update();
        return database.sql("delete from limit_use where used_at < :time")
                .param("time", at(time))
                .update();
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
