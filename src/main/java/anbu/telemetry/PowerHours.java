package anbu.telemetry;

import anbu.platform.Row;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a device measured, hour by hour, and when it last was at rest: the only place that knows where these numbers come from. */
@Repository
class PowerHours {
    /** After a longer gap nobody knows how it was in between. */
    static final Duration HOLDS = Duration.ofHours(2);

    private static final long HOUR_S = 3600;

    private final JdbcClient jdbc;
    private final HourlySums sums;

    PowerHours(JdbcClient jdbc, HourlySums sums) {
        this.jdbc = jdbc;
        this.sums = sums;
    }

    /**
     * @param block counted from the start of the span
     * @param knownS for how many seconds the power is known: an hour with a report counts as known
     * @param leastW least power in it; null where none was measured
     */
    record Measured(
            long block,
            double wh,
            long knownS,
            @Nullable Double leastW,
            @Nullable Double leastLux) {}

    /** The hours of a span of whole hours, those without any reading left out; by device. */
    Map<Integer, List<Measured>> of(Collection<Integer> deviceNos, Instant from, Instant to) {
        var measured = new LinkedHashMap<Integer, List<Measured>>();
        sums.of(deviceNos, from, to)
                .forEach((device, hours) -> measured.put(
                        device, hours.stream().map(hour -> measured(from, hour)).toList()));
        return measured;
    }

    private static Measured measured(Instant from, Hour hour) {
        var mean = hour.meanPowerW();
        var counted = hour.countedWh();
        var wh = counted != null ? counted : mean == null ? 0 : mean;
        return new Measured(
                Duration.between(from, hour.hourAt()).toHours(),
                wh,
                mean == null ? 0 : HOUR_S,
                value(hour.powerMin()),
                value(hour.lightMin()));
    }

    private static @Nullable Double value(@Nullable BigDecimal measured) {
        return measured == null ? null : (Double) measured.doubleValue();
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
