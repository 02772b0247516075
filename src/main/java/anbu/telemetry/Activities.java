package anbu.telemetry;

import anbu.platform.Row;
import anbu.telemetry.activity.Span;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class Activities {
    private final JdbcClient jdbc;
    private final ManyRows rows;

    Activities(JdbcClient jdbc, ManyRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** New spans, or longer ones in place of those that begin at the same moment. */
    void add(int deviceNo, List<Span> spans) {
        var head = """
                INSERT INTO activity (device_no, start_at, end_at, source, before_value, after_value)
                VALUES""";
        var values = spans.stream()
                .map(span -> new Object[] {
                    deviceNo, span.start(), span.end(), Activity.source(span.measure()), span.before(), span.after()
                })
                .toList();
        rows.write(head, values, "ON DUPLICATE KEY UPDATE end_at = VALUES(end_at), after_value = VALUES(after_value)");
    }

    /** Forgets what was found between these moments, both included, because it is judged anew. */
    void remove(int deviceNo, Instant from, Instant to) {
        var sql = "DELETE FROM activity WHERE device_no = :deviceNo AND start_at BETWEEN :from AND :to";
        jdbc.sql(sql)
                .param("deviceNo", deviceNo)
                .param("from", Row.column(from))
                .param("to", Row.column(to))
                .update();
    }

    /** The newest of each measure of a device. */
    List<Span> newest(int deviceNo) {
        var sql = """
                (SELECT start_at, end_at, source, before_value, after_value
                 FROM activity WHERE device_no = :deviceNo AND source = 'POWER' ORDER BY start_at DESC LIMIT 1)
                UNION ALL
                (SELECT start_at, end_at, source, before_value, after_value
                 FROM activity WHERE device_no = :deviceNo AND source = 'LIGHT' ORDER BY start_at DESC LIMIT 1)
                """;
        return jdbc.sql(sql).param("deviceNo", deviceNo).query(Activities::span).list();
    }

    /** Those of a device with any part between these moments. */
    List<Span> overlapping(int deviceNo, Instant from, Instant to) {
        var sql = """
                SELECT start_at, end_at, source, before_value, after_value
                FROM activity
                WHERE device_no = :deviceNo AND start_at BETWEEN :from AND :to
                UNION ALL
                (SELECT start_at, end_at, source, before_value, after_value
                 FROM activity WHERE device_no = :deviceNo AND source = 'POWER' AND start_at < :from
                 ORDER BY start_at DESC LIMIT 1)
                UNION ALL
                (SELECT start_at, end_at, source, before_value, after_value
                 FROM activity WHERE device_no = :deviceNo AND source = 'LIGHT' AND start_at < :from
                 ORDER BY start_at DESC LIMIT 1)
                """;
        return jdbc
                .sql(sql)
                .param("deviceNo", deviceNo)
                .param("from", Row.column(from))
                .param("to", Row.column(to))
                .query(Activities::span)
                .list()
                .stream()
                .filter(span -> !span.end().isBefore(from))
                .toList();
    }

    private static Span span(ResultSet row, int number) throws SQLException {
        return new Span(
                row.getTimestamp("start_at").toInstant(),
                row.getTimestamp("end_at").toInstant(),
                Activity.Source.valueOf(row.getString("source")).measure(),
                row.getDouble("before_value"),
                row.getDouble("after_value"));
    }

    /** What overlaps the span, by home and start; nothing from a device's time in another home. */
    Map<String, List<Activity>> of(Collection<String> householdIds, Instant from, Instant to) {
        if (householdIds.isEmpty()) {
            return Map.of();
        }
        var sql = """
                SELECT s.household_id, a.device_no, a.start_at, a.end_at, a.source, a.before_value, a.after_value
                FROM device_state s
                JOIN activity a ON a.device_no = s.device_no AND a.start_at >= s.first_measured_at
                WHERE s.household_id IN (:homes) AND a.start_at <= :to AND a.end_at >= :from
                ORDER BY a.start_at, a.device_no, a.source
                """;
        return jdbc
                .sql(sql)
                .param("homes", householdIds)
                .param("from", Row.column(from))
                .param("to", Row.column(to))
                .query(AtHome.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        AtHome::householdId, Collectors.mapping(AtHome::activity, Collectors.toList())));
    }

    /** The longest time from the end of what was done to the start of the next in the span; empty with fewer than two activities. */
    Optional<Duration> longestGap(String householdId, Instant from, Instant to) {
        var sql = """
                SELECT GREATEST(0, MAX(micros))
                FROM (
                    SELECT TIMESTAMPDIFF(
                        MICROSECOND,
                        MAX(a.end_at) OVER (ORDER BY a.start_at, a.device_no, a.source
                            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING),
                        a.start_at) AS micros
                    FROM device_state s
                    JOIN activity a ON a.device_no = s.device_no AND a.start_at >= s.first_measured_at
                    WHERE s.household_id = :home AND a.start_at <= :to AND a.end_at >= :from
                ) gap
                """;
        return jdbc.sql(sql)
                .param("home", householdId)
                .param("from", Row.column(from))
                .param("to", Row.column(to))
                .query(Long.class)
                .optional()
                .map(micros -> Duration.of(micros, ChronoUnit.MICROS));
    }

    private record AtHome(
            String householdId,
            int deviceNo,
            Instant startAt,
            Instant endAt,
            Activity.Source source,
            Float beforeValue,
            Float afterValue) {
        Activity activity() {
            return new Activity(deviceNo, startAt, endAt, source, beforeValue, afterValue);
        }
    }
}
