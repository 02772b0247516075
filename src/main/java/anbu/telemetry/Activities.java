package anbu.telemetry;

import anbu.platform.Row;
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

    void add(List<Activity> activities) {
        var head = """
                INSERT INTO activity (device_no, start_at, end_at, source, before_value, after_value)
                VALUES""";
        var values = activities.stream()
                .map(a ->
                        new Object[] {a.deviceNo(), a.startAt(), a.endAt(), a.source(), a.beforeValue(), a.afterValue()
                        })
                .toList();
        rows.write(head, values, "");
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

    /** The newest of a device; of two at one moment that in power. */
    Optional<Activity> newest(int deviceNo) {
        var sql = """
                SELECT device_no, start_at, end_at, source, before_value, after_value
                FROM activity
                WHERE device_no = :deviceNo
                ORDER BY start_at DESC, source DESC
                LIMIT 1
                """;
        return jdbc.sql(sql).param("deviceNo", deviceNo).query(Activity.class).optional();
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

    /** The longest time between the starts of two activities in a row that overlap the span; empty with fewer than two. */
    Optional<Duration> longestGap(String householdId, Instant from, Instant to) {
        var sql = """
                SELECT MAX(micros)
                FROM (
                    SELECT TIMESTAMPDIFF(MICROSECOND, LAG(a.start_at) OVER (ORDER BY a.start_at), a.start_at) AS micros
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
