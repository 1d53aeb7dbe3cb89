package org.partnerportal.operator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The scheduler's tasks in the database, by kind: of mails there can be ten thousand. */
@Repository
class JobRepository {

    /** What runs within that time needs no help; and of two clicks at the same moment the second finds it so. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private final JdbcClient database;

    JobRepository(JdbcClient database) {
        this.database = database;
    }

    /** All kinds, failing ones first, by one statement. */
    List<JobLine> byKind(Instant now) {
        return database.sql("""
                        select task_name, count(*) as tasks,
                            sum(case when picked then 1 else 0 end) as running,
                            sum(case when consecutive_failures > 0 then 1 else 0 end) as failing,
                            max(coalesce(consecutive_failures, 0)) as failures,
                            max(case when consecutive_failures > 0 then last_failure end) as last_failure,
                            max(last_success) as last_success,
                            min(case when not picked then execution_time end) as next,
                            sum(case when consecutive_failures > 0 and not picked and execution_time > :soon
                                then 1 else 0 end) as to_run
                        from scheduled_tasks group by task_name order by 4 desc, task_name
                        """)
                .param("soon", timestamp(now.plus(SOON)))
                .query((row, number) -> line(row))
                .list();
    }

    private static JobLine line(ResultSet row) throws SQLException {
        return new JobLine(
                row.getString("task_name"),
                row.getLong("tasks"),
                row.getLong("running"),
                row.getLong("failing"),
                row.getLong("failures"),
                instant(row, "last_failure"),
                instant(row, "last_success"),
                instant(row, "next"),
                row.getLong("to_run"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime timestamp(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    /** How many tasks failed when they ran last. */
    long failing() {
        return database.sql("select count(*) from scheduled_tasks where consecutive_failures > 0")
                .query(Long.class)
                .single();
    }

    boolean isKind(String kind) {
        return database.sql("select count(*) from scheduled_tasks where task_name = :kind")
                        .param("kind", kind)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Lets the failing tasks of a kind run at once that wait for a later time. */
    int runNow(String kind, Instant now) {
        return database.sql("""
                        update scheduled_tasks set execution_time = :now, version = version + 1
                        where task_name = :kind and consecutive_failures > 0 and not picked and execution_time > :soon
                        """)
                .param("kind", kind)
                .param("now", timestamp(now))
                .param("soon", timestamp(now.plus(SOON)))
                .update();
    }
}
