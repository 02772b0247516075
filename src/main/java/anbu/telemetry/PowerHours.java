package anbu.telemetry;

import anbu.platform.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a device measured, hour by hour, and when it last was at rest: the only place that knows where these numbers come from. */
@Repository
class PowerHours {
    /** A value holds until the next, but no longer than this: then nobody knows. */
    static final Duration HOLDS = Duration.ofHours(2);

    private final JdbcClient jdbc;

    PowerHours(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param block counted from the start of the span
     * @param knownS for how many seconds the power is known
     * @param leastW least power in it; null where none was measured
     */
    record Hour(
            long block,
            double wh,
            long knownS,
            @Nullable Double leastW,
            @Nullable Double leastLux) {}

    /** The hours of a span of whole hours, those without any reading left out. */
    List<Hour> of(int deviceNo, Instant from, Instant to) {
        var sql = """
                SELECT TIMESTAMPDIFF(HOUR, :from, measured_at) AS block,
                       COALESCE(SUM(power_w * held), 0) / 3600 AS wh, COALESCE(SUM(IF(power_w IS NULL, 0, held)), 0) AS known_s,
                       MIN(power_w) AS least_w, MIN(illuminance_lux) AS least_lux
                FROM (
                    SELECT measured_at, power_w, illuminance_lux,
                           LEAST(:holds, TIMESTAMPDIFF(MICROSECOND, measured_at,
                               LEAD(measured_at, 1, :to) OVER (PARTITION BY power_w IS NULL ORDER BY measured_at)) / 1000000) AS held
                    FROM reading
                    WHERE device_no = :deviceNo AND measured_at >= :from AND measured_at < :to
                ) timed
                GROUP BY block
                ORDER BY block
                """;
        return jdbc.sql(sql)
                .param("deviceNo", deviceNo)
                .param("from", Row.column(from))
                .param("to", Row.column(to))
                .param("holds", HOLDS.toSeconds())
                .query(Hour.class)
                .list();
    }

    /**
     * Since when the device has been above a value without a break: the first reading after the last one at or below it, or after the last gap in
     * its reports. Empty when its newest reading of this measure is not above.
     */
    Optional<Instant> aboveSince(int deviceNo, Activity.Source source, double value, Instant from, Instant now) {
        var column = source == Activity.Source.POWER ? "power_w" : "illuminance_lux";
        var rest = """
                SELECT measured_at
                FROM reading
                WHERE device_no = :deviceNo AND measured_at BETWEEN :from AND :now AND %s <= :value
                ORDER BY measured_at DESC
                LIMIT 1
                """.formatted(column);
        var rested = jdbc.sql(rest)
                .param("deviceNo", deviceNo)
                .param("from", Row.column(from))
                .param("now", Row.column(now))
                .param("value", value)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional()
                .orElse(from);
        return afterLastGap(deviceNo, column, rested, now);
    }

    private Optional<Instant> afterLastGap(int deviceNo, String column, Instant after, Instant now) {
        var sql = """
                SELECT MAX(measured_at)
                FROM (
                    SELECT measured_at, LAG(measured_at) OVER (ORDER BY measured_at) AS previous
                    FROM reading
                    WHERE device_no = :deviceNo AND measured_at > :after AND measured_at <= :now AND %s IS NOT NULL
                ) followed
                WHERE previous IS NULL OR measured_at > previous + INTERVAL :holds SECOND
                """.formatted(column);
        return jdbc.sql(sql)
                .param("deviceNo", deviceNo)
                .param("after", Row.column(after))
                .param("now", Row.column(now))
                .param("holds", HOLDS.toSeconds())
                .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)).map(java.sql.Timestamp::toInstant))
                .single();
    }
}
