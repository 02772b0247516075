package anbu.monitoring;

import anbu.platform.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What will become of homes, and when, if nothing is seen: as of the last look at each. */
@Repository
class UpcomingDeadlines {
    private final JdbcClient jdbc;

    UpcomingDeadlines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A home that changes its level at {@code nextAt}, after {@code nextLimitHours}. */
    record Upcoming(
            String householdId,
            String nextLevel,
            String nextKind,
            Instant nextAt,
            double nextLimitHours,
            @Nullable Instant lastActivityAt,
            @Nullable Instant lastReportAt) {
        /** From when the hours count. */
        public Instant since() {
            return nextAt.minus(Duration.ofMillis(Math.round(nextLimitHours * 3_600_000)));
        }
    }

    /** Numbers for the head of the page; {@code overdue} looks wait for this moment. */
    record Totals(long watched, long dangerSoon, long silent, long overdue) {}

    /** How many homes come to a level in one hour, counted from 0 for the hour that begins now. */
    record HourCount(int hour, String kind, String level, long homes) {}

    List<Upcoming> list(Instant until, int most) {
        var sql = """
                SELECT household_id, next_level, next_kind, next_at, next_limit_hours, last_activity_at, last_report_at
                FROM deadline
                WHERE next_at <= :until AND next_level IS NOT NULL AND next_limit_hours IS NOT NULL
                ORDER BY next_at, household_id
                LIMIT :most
                """;
        return jdbc.sql(sql)
                .param("until", Row.column(until))
                .param("most", most)
                .query(Upcoming.class)
                .list();
    }

    /** A home that something was noticed about that opens no case by itself. */
    record Noticed(String householdId, String level, String basis, Instant levelFrom) {}

    /** Homes at a level by something else than quiet or silence, newest first. */
    List<Noticed> noticed(int most) {
        var sql = """
                SELECT household_id, level, basis, level_from
                FROM deadline
                WHERE basis IN ('CONSTANT_ON', 'LOW_USE', 'EXCESS_USE') AND level_from IS NOT NULL
                ORDER BY level_from DESC, household_id
                LIMIT :most
                """;
        return jdbc.sql(sql).param("most", most).query(Noticed.class).list();
    }

    long count(Instant until) {
        var sql = """
                SELECT COUNT(*)
                FROM deadline
                WHERE next_at <= :until AND next_level IS NOT NULL AND next_limit_hours IS NOT NULL
                """;
        return jdbc.sql(sql).param("until", Row.column(until)).query(Long.class).single();
    }

    Totals totals(Instant now, Instant until) {
        var sql = """
                SELECT COUNT(*) AS watched,
                    COALESCE(SUM(next_at <= :until AND next_kind = 'WELLBEING' AND next_level IN ('DANGER', 'CRITICAL')), 0)
                        AS danger_soon,
                    COALESCE(SUM(kind = 'DEVICE'), 0) AS silent,
                    COALESCE(SUM(look_at < :now), 0) AS overdue
                FROM deadline
                """;
        return jdbc.sql(sql)
                .param("now", Row.column(now))
                .param("until", Row.column(until))
                .query(Totals.class)
                .single();
    }

    List<HourCount> hours(Instant from, Instant until) {
        var sql = """
                SELECT TIMESTAMPDIFF(HOUR, :from, next_at) AS hour, next_kind AS kind, next_level AS level, COUNT(*) AS homes
                FROM deadline
                WHERE next_at >= :from AND next_at < :until AND next_level IS NOT NULL AND next_kind IS NOT NULL
                GROUP BY hour, next_kind, next_level
                ORDER BY hour, kind, level
                """;
        return jdbc.sql(sql)
                .param("from", Row.column(from))
                .param("until", Row.column(until))
                .query(HourCount.class)
                .list();
    }
}
