package anbu.monitoring;

import anbu.platform.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class Deadlines {
    private final JdbcClient jdbc;

    Deadlines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void arm(Collection<String> householdIds, Instant at) {
        var sql = """
                INSERT IGNORE INTO deadline (household_id, look_at, watched_since)
                VALUES (:id, :at, :at)
                """;
        for (var id : householdIds) {
            jdbc.sql(sql).param("id", id).param("at", Row.column(at)).update();
        }
    }

    /** Takes due homes, most overdue first; homes that another node is looking at are passed over. */
    List<Deadline> claim(Instant now, int most) {
        var sql = """
                SELECT household_id, look_at, watched_since, restarted_at
                FROM deadline
                WHERE look_at <= :now
                ORDER BY look_at
                LIMIT :most
                FOR UPDATE SKIP LOCKED
                """;
        return jdbc.sql(sql)
                .param("now", Row.column(now))
                .param("most", most)
                .query(Deadline.class)
                .list();
    }

    void looked(Look look) {
        var sql = """
                UPDATE deadline
                SET look_at = :lookAt, level = :level, kind = :kind, basis = :basis, level_from = :levelFrom, next_level = :nextLevel, next_kind = :nextKind,
                    next_at = :nextAt, next_limit_hours = :nextLimitHours, last_activity_at = :lastActivityAt,
                    last_report_at = :lastReportAt, looked_at = :lookedAt, policy_version = :policyVersion, settling_since = NULL
                WHERE household_id = :householdId
                """;
        jdbc.sql(sql).paramSource(new Row(look)).update();
    }

    void postpone(String householdId, Instant lookAt) {
        var sql = "UPDATE deadline SET look_at = :lookAt WHERE household_id = :id";
        jdbc.sql(sql)
                .param("id", householdId)
                .param("lookAt", Row.column(lookAt))
                .update();
    }

    /** Looks at these homes at the given moment or earlier. */
    void bringForward(Collection<String> householdIds, Instant lookAt) {
        if (householdIds.isEmpty()) {
            return;
        }
        var sql = "UPDATE deadline SET look_at = LEAST(look_at, :lookAt) WHERE household_id IN (:ids)";
        jdbc.sql(sql)
                .param("ids", householdIds)
                .param("lookAt", Row.column(lookAt))
                .update();
    }

    void bringAllForward(Instant lookAt) {
        var sql = "UPDATE deadline SET look_at = LEAST(look_at, :lookAt)";
        jdbc.sql(sql).param("lookAt", Row.column(lookAt)).update();
    }

    /** First or old readings are coming in: looks once they have settled, at the latest a minute after they began. */
    void settle(Collection<String> householdIds, Instant now, Instant settled) {
        var sql = """
                UPDATE deadline
                SET settling_since = COALESCE(settling_since, :now),
                    look_at = IF(TIMESTAMPDIFF(SECOND, settling_since, :now) < 60, :settled, LEAST(look_at, :settled))
                WHERE household_id IN (:ids)
                """;
        jdbc.sql(sql)
                .param("ids", householdIds)
                .param("now", Row.column(now))
                .param("settled", Row.column(settled))
                .update();
    }

    /** The clocks of this home start anew, and it is looked at. */
    void restart(String householdId, Instant at) {
        var sql = "UPDATE deadline SET restarted_at = :at, look_at = :at WHERE household_id = :id";
        jdbc.sql(sql).param("id", householdId).param("at", Row.column(at)).update();
    }

    long count() {
        return jdbc.sql("SELECT COUNT(*) FROM deadline").query(Long.class).single();
    }

    /** One page of watched homes by id. */
    List<String> homes(String after, int most) {
        var sql = "SELECT household_id FROM deadline WHERE household_id > :after ORDER BY household_id LIMIT :most";
        return jdbc.sql(sql)
                .param("after", after)
                .param("most", most)
                .query(String.class)
                .list();
    }
}
