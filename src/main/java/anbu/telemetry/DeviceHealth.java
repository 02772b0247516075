package anbu.telemetry;

import anbu.telemetry.Evidence.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How devices report: how long they are usually silent in between, and how far their clocks are off. A few numbers per device, written at most
 * once a minute each, so that intake hardly notices.
 */
@Repository
class DeviceHealth {
    private static final Duration OFTEN_ENOUGH = Duration.ofMinutes(1);
    /** A longer silence is an outage and no interval. */
    private static final Duration LONGEST_INTERVAL = Duration.ofHours(2);
    /** What arrives later than this is history and says nothing about a clock: no zone is further off. */
    private static final Duration LONGEST_SKEW = Duration.ofHours(27);

    private final JdbcClient jdbc;
    private final ManyRows rows;
    private final Map<Integer, Instant> noted =
            new ConcurrentHashMap<>(); // of this node; losing it costs one more write

    DeviceHealth(JdbcClient jdbc, ManyRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** What one batch tells about one device. */
    record Sign(
            int deviceNo,
            Instant arrivedAt,
            @Nullable Double spacingS,
            @Nullable Double lagS) {
        /** Nothing to be learned from readings that came late. */
        static Optional<Sign> of(Change change) {
            var added = change.added();
            if (added.isEmpty() || !change.before().precedes(added.get(0).measuredAt())) {
                return Optional.empty();
            }
            return Optional.of(new Sign(
                    change.device().no(), added.get(added.size() - 1).receivedAt(), spacing(change), lag(added)));
        }

        /** The longest but for one in ten, so that a batch of many counts as one. */
        private static @Nullable Double spacing(Change change) {
            var spacings = new ArrayList<Duration>();
            var last = change.before().lastMeasuredAt();
            for (var reading : change.added()) {
                if (last != null && Duration.between(last, reading.measuredAt()).compareTo(LONGEST_INTERVAL) <= 0) {
                    spacings.add(Duration.between(last, reading.measuredAt()));
                }
                last = reading.measuredAt();
            }
            spacings.sort(Duration::compareTo);
            return spacings.isEmpty() ? null : seconds(spacings.get(spacings.size() * 9 / 10));
        }

        private static @Nullable Double lag(List<Reading> added) {
            return added.stream()
                    .filter(Reading::ownTime)
                    .map(reading -> Duration.between(reading.measuredAt(), reading.receivedAt()))
                    .filter(lag -> lag.compareTo(LONGEST_SKEW) <= 0)
                    .min(Duration::compareTo)
                    .map(Sign::seconds)
                    .orElse(null);
        }

        private static double seconds(Duration span) {
            return span.toMillis() / 1000.0;
        }
    }

    void note(List<Change> changes) {
        var signs = changes.stream()
                .flatMap(change -> Sign.of(change).stream())
                .filter(this::isDue)
                .toList();
        signs.forEach(sign -> noted.put(sign.deviceNo(), sign.arrivedAt()));
        write(signs);
    }

    private boolean isDue(Sign sign) {
        var last = noted.get(sign.deviceNo());
        return last == null || !sign.arrivedAt().isBefore(last.plus(OFTEN_ENOUGH));
    }

    /**
     * The interval follows a longer silence at once, at most doubling, and forgets it slowly, by the time that passes in shorter ones: what counts is
     * how long somebody who looks has to wait, so that a plug that reports each change is not called late when nothing changes. The skew is the
     * least lag of the current window of six hours and of the one before.
     */
    private void write(List<Sign> signs) {
        var tail = """
                ON DUPLICATE KEY UPDATE
                    interval_s = CASE
                        WHEN VALUES(interval_s) IS NULL THEN interval_s
                        WHEN interval_s IS NULL THEN VALUES(interval_s)
                        WHEN VALUES(interval_s) > interval_s THEN LEAST(VALUES(interval_s), 2 * interval_s)
                        ELSE GREATEST(VALUES(interval_s), interval_s - 0.02 * VALUES(interval_s)) END,
                    skew_before_s = IF(skew_from < VALUES(noted_at) - INTERVAL 6 HOUR, skew_s, skew_before_s),
                    skew_s = CASE
                        WHEN skew_from IS NULL OR skew_from < VALUES(noted_at) - INTERVAL 6 HOUR THEN VALUES(skew_s)
                        ELSE LEAST(COALESCE(skew_s, VALUES(skew_s)), COALESCE(VALUES(skew_s), skew_s)) END,
                    skew_from = IF(skew_from IS NULL OR skew_from < VALUES(noted_at) - INTERVAL 6 HOUR,
                        VALUES(noted_at), skew_from),
                    noted_at = VALUES(noted_at)""";
        var values = signs.stream()
                .map(s -> new @Nullable Object[] {
                    s.deviceNo(),
                    s.arrivedAt(),
                    s.spacingS() == null ? null : (Double) Math.max(1, s.spacingS()),
                    s.arrivedAt(),
                    s.lagS()
                })
                .toList();
        rows.write(
                "INSERT INTO device_health (device_no, noted_at, interval_s, skew_from, skew_s) VALUES", values, tail);
    }

    /** What a last will or a status message said. */
    void hint(int deviceNo, Item.Hint hint) {
        var values = new Object[] {deviceNo, hint.connection(), hint.origin().arrivedAt()};
        rows.write(
                "INSERT INTO device_health (device_no, hint, hint_at) VALUES",
                List.<Object[]>of(values),
                "ON DUPLICATE KEY UPDATE hint = VALUES(hint), hint_at = VALUES(hint_at)");
    }

    /** Null lets the device's own interval be learned again. */
    void setInterval(int deviceNo, @Nullable Integer seconds) {
        var sql = """
                INSERT INTO device_health (device_no, interval_set_s) VALUES (:deviceNo, :seconds)
                ON DUPLICATE KEY UPDATE interval_set_s = VALUES(interval_set_s)
                """;
        jdbc.sql(sql).param("deviceNo", deviceNo).param("seconds", seconds).update();
    }
}
