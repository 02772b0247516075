package anbu.telemetry;

import static anbu.telemetry.TelemetryFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import anbu.households.Appliance;
import anbu.households.Device;
import anbu.households.Households;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How long a home's chart and a page of strips take on the server: three devices with a reading a minute. Part of {@code ./mvnw -Pbench verify}. */
@Tag("bench")
class ChartBenchIT {
    private static final int RUNS = 25;
    private static final int HOMES = 20;

    private final TelemetryFixture fixture = new TelemetryFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void ninetyDaysAreDrawnInLessThanATenthOfASecond() throws Exception {
        var devices = IntStream.range(0, 3 * HOMES)
                .mapToObj(i -> fixture.install("d" + i, "home-" + i / 3, Appliance.TELEVISION))
                .toList();
        fixture.states.install(devices);
        fill(devices.subList(0, 3), 90);
        fill(devices.subList(3, devices.size()), 4);
        var begun = System.nanoTime();
        fixture.rollup.run();
        var lines = new ArrayList<String>();
        lines.add("summing up %d readings: %d ms".formatted(3 * 90 * 1440 + 57 * 4 * 1440, millis(begun)));
        var charts = charts(devices.subList(0, 3));

        for (int days : new int[] {1, 3, 7, 30, 90}) {
            lines.add("chart of %d d: %s"
                    .formatted(days, measured(() -> charts.of("home-0", NOON, Duration.ofDays(days)))));
        }
        var homes = devices.stream().map(Device::householdId).distinct().toList();
        var strips = new Strips(
                fixture.telemetry,
                new Silences(fixture.states, new HourlySums(fixture.hours)),
                ZoneId.of("Asia/Seoul"));
        lines.add("strips of %d homes: %s".formatted(HOMES, measured(() -> strips.svg(homes, NOON))));
        var json = JsonMapper.builder()
                .findAndAddModules()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build()
                .writeValueAsBytes(charts.of("home-0", NOON, Duration.ofDays(90)));
        lines.add("JSON of 90 d: %d kB".formatted(json.length / 1000));

        Files.createDirectories(Path.of("target/bench"));
        Files.write(Path.of("target/bench/charts.txt"), lines);
        assertThat(median(() -> charts.of("home-0", NOON, Duration.ofDays(90)))).isLessThan(100);
    }

    private Charts charts(List<Device> devices) {
        var households = mock(Households.class);
        when(households.devicesOf(any())).thenReturn(devices);
        var series = new Charts.Series(fixture.readings, new HourlySums(fixture.hours));
        return new Charts(series, fixture.telemetry, households, ZoneId.of("Asia/Seoul"));
    }

    private void fill(List<Device> devices, int days) {
        for (var device : devices) {
            var sql = """
                    INSERT INTO reading (device_no, measured_at, power_w, illuminance_lux, received_at)
                    SELECT :no, '2026-03-02 12:00:00' - INTERVAL seq MINUTE, MOD(seq * 7919, 9000) / 10,
                           MOD(seq * 104729, 40000) / 100, '2026-03-02 12:00:00'
                    FROM seq_1_to_%d
                    """.formatted(days * 1440);
            fixture.jdbc.sql(sql).param("no", device.no()).update();
            fixture.jdbc.sql("""
                    UPDATE device_state
                    SET first_measured_at = '2026-03-02 12:00:00' - INTERVAL %d DAY, last_measured_at = '2026-03-02 11:59:00'
                    WHERE device_no = :no
                    """.formatted(days)).param("no", device.no()).update();
        }
    }

    private static String measured(Runnable work) {
        var times = times(work);
        return "median %.1f ms, slowest %.1f ms of %d".formatted(times[RUNS / 2], times[RUNS - 1], RUNS);
    }

    private static double median(Runnable work) {
        return times(work)[RUNS / 2];
    }

    private static double[] times(Runnable work) {
        IntStream.range(0, 5).forEach(i -> work.run());
        var times = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            var begun = System.nanoTime();
            work.run();
            times[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(times);
        return times;
    }

    private static long millis(long begun) {
        return (System.nanoTime() - begun) / 1_000_000;
    }
}
