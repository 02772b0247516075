package anbu.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The norms of devices, counted anew once a day when they are asked for. */
@Repository
class Norms {
    private static final Duration GOOD_FOR = Duration.ofDays(1);
    /** The present is not part of the norm. */
    static final Duration NOT_THE_LAST = Duration.ofHours(50);

    private final JdbcClient jdbc;
    private final ManyRows rows;
    private final PowerHours hours;

    Norms(JdbcClient jdbc, ManyRows rows, PowerHours hours) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.hours = hours;
    }

    /** By device; devices that have not reported for {@code goodDays} are not in it. */
    Map<Integer, Norm> of(Collection<DeviceSignal> devices, int days, int goodDays, Instant now) {
        var known = stored(devices.stream().map(DeviceSignal::no).toList());
        var norms = new LinkedHashMap<Integer, Norm>();
        for (var device : devices) {
            var first = device.firstReportAt();
            if (first == null || first.isAfter(now.minus(Duration.ofDays(goodDays)))) {
                continue;
            }
            var norm = known.get(device.no());
            norms.put(device.no(), norm != null && isFresh(norm, now) ? norm : counted(device.no(), days, now));
        }
        return norms;
    }

    private static boolean isFresh(Norm norm, Instant now) {
        return norm.countedAt().isAfter(now.minus(GOOD_FOR));
    }

    private Norm counted(int deviceNo, int days, Instant now) {
        var to = now.minus(NOT_THE_LAST).truncatedTo(ChronoUnit.HOURS);
        var norm = Norm.of(
                deviceNo,
                now,
                hours.of(List.of(deviceNo), to.minus(Duration.ofDays(days)), to).getOrDefault(deviceNo, List.of()));
        rows.write(
                "REPLACE INTO device_norm (device_no, counted_at, day_wh, good_days, rest_w, dark_lux) VALUES",
                List.<Object[]>of(new Object[] {
                    norm.deviceNo(), norm.countedAt(), norm.dayWh(), norm.goodDays(), norm.restW(), norm.darkLux()
                }),
                "");
        return norm;
    }

    private Map<Integer, Norm> stored(Collection<Integer> deviceNos) {
        if (deviceNos.isEmpty()) {
            return Map.of();
        }
        var sql = """
                SELECT device_no, counted_at, day_wh, good_days, rest_w, dark_lux
                FROM device_norm
                WHERE device_no IN (:nos)
                """;
        var norms = new LinkedHashMap<Integer, Norm>();
        jdbc.sql(sql)
                .param("nos", deviceNos)
                .query(Norm.class)
                .list()
                .forEach(norm -> norms.put(norm.deviceNo(), norm));
        return norms;
    }
}
