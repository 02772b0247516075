package anbu.telemetry;

import anbu.platform.Row;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class Hours {
    private static final String COLUMNS = """
            device_no, hour_at, readings, first_at, last_at, gap_from, gap_to,
            power_count, power_sum, power_min, power_max, light_count, light_sum, light_min, light_max,
            energy_first_wh, energy_last_wh
            """;

    /** The same from readings. */
    private static final String SUMS = """
            SELECT device_no, hour_at, COUNT(*) AS readings, MIN(measured_at) AS first_at, MAX(measured_at) AS last_at,
                   MIN(IF(measured_at > previous + INTERVAL :silence SECOND, previous, NULL)) AS gap_from,
                   MIN(IF(measured_at > previous + INTERVAL :silence SECOND, measured_at, NULL)) AS gap_to,
                   COUNT(power_w) AS power_count, SUM(power_w) AS power_sum,
                   MIN(power_w) AS power_min, MAX(power_w) AS power_max,
                   COUNT(illuminance_lux) AS light_count, SUM(illuminance_lux) AS light_sum,
                   MIN(illuminance_lux) AS light_min, MAX(illuminance_lux) AS light_max,
                   MAX(IF(energy_wh IS NULL, NULL, energy_first)) AS energy_first_wh,
                   MAX(IF(energy_wh IS NULL, NULL, energy_last)) AS energy_last_wh
            FROM (
                SELECT device_no, hour_at, measured_at, power_w, illuminance_lux, energy_wh,
                       LAG(measured_at) OVER (PARTITION BY device_no, hour_at ORDER BY measured_at) AS previous,
                       FIRST_VALUE(energy_wh) OVER (
                           PARTITION BY device_no, hour_at, energy_wh IS NULL ORDER BY measured_at) AS energy_first,
                       FIRST_VALUE(energy_wh) OVER (
                           PARTITION BY device_no, hour_at, energy_wh IS NULL ORDER BY measured_at DESC) AS energy_last
                FROM (
                    SELECT device_no, CAST(DATE_FORMAT(measured_at, '%Y-%m-%d %H:00:00') AS DATETIME(3)) AS hour_at,
                           measured_at, power_w, illuminance_lux, energy_wh
                    FROM reading
                    WHERE device_no = :deviceNo AND measured_at >= :from AND measured_at < :to
                ) timed
            ) followed
            GROUP BY device_no, hour_at
            """;

    private final JdbcClient jdbc;
    private final ManyRows rows;

    Hours(JdbcClient jdbc, ManyRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** A device whose newest reading lies in a later hour than those summed up. */
    record Behind(int deviceNo, @Nullable Instant rolledUpTo, Instant lastMeasuredAt) {}

    /** An hour to be summed up again. */
    record Due(int deviceNo, Instant hourAt) {}

    /** From {@code firstMeasuredAt} a device reports from the home it is in; its sums are whole before {@code rolledUpTo}. */
    record Known(
            int deviceNo, Instant firstMeasuredAt, @Nullable Instant rolledUpTo) {}

    /** Hours by device and time, from the one that holds {@code from} until those before {@code to}. */
    List<Hour> between(Collection<Integer> deviceNos, Instant from, Instant to) {
        if (deviceNos.isEmpty()) {
            return List.of();
        }
        var sql = "SELECT " + COLUMNS + """
                FROM reading_hour
                WHERE device_no IN (:deviceNos) AND hour_at >= :from AND hour_at < :to
                ORDER BY device_no, hour_at
                """;
        return jdbc.sql(sql)
                .param("deviceNos", deviceNos)
                .param("from", Row.column(from.truncatedTo(ChronoUnit.HOURS)))
                .param("to", Row.column(to))
                .query(Hour.class)
                .list();
    }

    /** The same, made of the readings themselves. */
    List<Hour> fresh(int deviceNo, Instant from, Instant to) {
        return over(SUMS, deviceNo, from, to).query(Hour.class).list();
    }

    void sumUp(int deviceNo, Instant from, Instant to) {
        over("REPLACE INTO reading_hour (" + COLUMNS + ") " + SUMS, deviceNo, from, to)
                .update();
    }

    private JdbcClient.StatementSpec over(String sql, int deviceNo, Instant from, Instant to) {
        return jdbc.sql(sql)
                .param("deviceNo", deviceNo)
                .param("from", Row.column(from))
                .param("to", Row.column(to))
                .param("silence", Chart.SILENCE.toSeconds());
    }

    /** Up to where the sums of a device are whole. */
    void rolledUp(int deviceNo, Instant to) {
        jdbc.sql("UPDATE device_state SET rolled_up_to = :to WHERE device_no = :deviceNo")
                .param("to", Row.column(to))
                .param("deviceNo", deviceNo)
                .update();
    }

    /** The hour of the oldest reading that is kept of a device. */
    Optional<Instant> oldest(int deviceNo) {
        var sql = "SELECT measured_at FROM reading WHERE device_no = :deviceNo ORDER BY measured_at LIMIT 1";
        return jdbc.sql(sql)
                .param("deviceNo", deviceNo)
                .query((row, n) -> row.getTimestamp(1).toInstant().truncatedTo(ChronoUnit.HOURS))
                .optional();
    }

    /** Since when each of these devices reports from its home, and up to where its sums are whole. */
    List<Known> known(Collection<Integer> deviceNos) {
        if (deviceNos.isEmpty()) {
            return List.of();
        }
        var sql = """
                SELECT device_no, first_measured_at, rolled_up_to
                FROM device_state
                WHERE device_no IN (:deviceNos) AND first_measured_at IS NOT NULL
                ORDER BY device_no
                """;
        return jdbc.sql(sql).param("deviceNos", deviceNos).query(Known.class).list();
    }

    /** Some that are behind, their states locked; none that another node has. */
    List<Behind> behind(int most) {
        var found = """
                SELECT device_no
                FROM device_state
                WHERE rolled_up_to IS NULL AND last_measured_at >= first_measured_at + INTERVAL 1 HOUR
                   OR last_measured_at >= rolled_up_to + INTERVAL 1 HOUR
                LIMIT :most
                """;
        var deviceNos = jdbc.sql(found).param("most", most).query(Integer.class).list();
        if (deviceNos.isEmpty()) {
            return List.of();
        }
        var locked = """
                SELECT device_no, rolled_up_to, last_measured_at
                FROM device_state FORCE INDEX (PRIMARY)
                WHERE device_no IN (:deviceNos)
                  AND (rolled_up_to IS NULL OR last_measured_at >= rolled_up_to + INTERVAL 1 HOUR)
                ORDER BY device_no
                FOR UPDATE SKIP LOCKED
                """;
        return jdbc.sql(locked)
                .param("deviceNos", deviceNos)
                .query(Behind.class)
                .list();
    }

    void makeDue(int deviceNo, Collection<Instant> hours) {
        var values = hours.stream().map(hour -> new Object[] {deviceNo, hour}).toList();
        rows.write("INSERT IGNORE INTO reading_hour_due (device_no, hour_at) VALUES", values, "");
    }

    /** Some that are due, the states of their devices locked; none that another node has. */
    List<Due> due(int most) {
        var found = "SELECT device_no, hour_at FROM reading_hour_due ORDER BY device_no, hour_at LIMIT :most";
        var due = jdbc.sql(found).param("most", most).query(Due.class).list();
        if (due.isEmpty()) {
            return due;
        }
        var lock = """
                SELECT device_no
                FROM device_state FORCE INDEX (PRIMARY)
                WHERE device_no IN (:deviceNos)
                ORDER BY device_no
                FOR UPDATE SKIP LOCKED
                """;
        var deviceNos = due.stream().map(Due::deviceNo).distinct().toList();
        var locked = new HashSet<>(jdbc.sql(lock)
                .param("deviceNos", deviceNos)
                .query(Integer.class)
                .list());
        return due.stream().filter(each -> locked.contains(each.deviceNo())).toList();
    }

    void settled(Due due) {
        jdbc.sql("DELETE FROM reading_hour_due WHERE device_no = :deviceNo AND hour_at = :hourAt")
                .paramSource(new Row(due))
                .update();
    }
}
