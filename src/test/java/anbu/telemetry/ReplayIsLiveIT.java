package anbu.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import anbu.households.Appliance;
import anbu.telemetry.replay.Replay;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The {@code replay} command and live intake find the same activity in the same readings, day by day as the plugs learn. */
class ReplayIsLiveIT {
    private static final Instant FIRST = Instant.parse("2026-02-10T15:00:00Z"); // midnight in Seoul
    private static final int DAYS = 18;

    private final TelemetryFixture home = new TelemetryFixture();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        home.close();
    }

    private record Plug(String device, Appliance appliance) {}

    private record Reading(Plug plug, Instant at, double watts, int lux) {
        String csv() {
            return "%s,h1,%s,%s,%s,%d".formatted(at, plug.device, plug.appliance, watts, lux);
        }

        Message message() {
            var json = "{\"t\":%d,\"power_w\":%s,\"illuminance_lux\":%d}".formatted(at.toEpochMilli(), watts, lux);
            return TelemetryFixture.message(plug.device, json);
        }
    }

    @Test
    void bothFindTheSameActivity() throws IOException {
        var plugs = List.of(
                new Plug("tv", Appliance.TELEVISION),
                new Plug("kettle", Appliance.KETTLE),
                new Plug("fridge-called-tv", Appliance.TELEVISION));
        plugs.forEach(plug -> home.install(plug.device, "h1", plug.appliance));
        var readings = life(plugs, new Random(20260210));

        var random = new Random(5);
        for (int from = 0; from < readings.size(); ) {
            var to = Math.min(readings.size(), from + 1 + random.nextInt(4000));
            home.intake.store(
                    readings.subList(from, to).stream().map(Reading::message).toList());
            from = to;
        }

        var replayed = replayed(readings);
        assertThat(replayed).hasSizeGreaterThan(3 * DAYS).isEqualTo(stored());
        assertThat(replayed).anyMatch(row -> row.endsWith("LIGHT")).anyMatch(row -> row.contains("kettle"));
    }

    /** Every two minutes: evenings of television under a lamp, a kettle now and then, and a fridge around the clock; with gaps. */
    private static List<Reading> life(List<Plug> plugs, Random random) {
        var readings = new ArrayList<Reading>();
        for (int day = 0; day < DAYS; day++) {
            int on = 60 * 18 + random.nextInt(90);
            int off = on + 120 + random.nextInt(120);
            int tea = 60 * 7 + random.nextInt(120);
            int gap = random.nextInt(1440);
            for (int minute = 0; minute < 1440; minute += 2) {
                if (minute >= gap && minute < gap + 40) {
                    continue;
                }
                var at = FIRST.plus(Duration.ofDays(day)).plus(Duration.ofMinutes(minute));
                boolean evening = minute >= on && minute < off;
                int lux = (evening ? 180 : 0) + random.nextInt(3);
                readings.add(new Reading(plugs.get(0), at, evening ? 80 + random.nextInt(30) : 1, lux));
                readings.add(new Reading(plugs.get(1), at, minute >= tea && minute < tea + 4 ? 1800 : 0, lux));
                readings.add(new Reading(plugs.get(2), at, (minute + 7 * day) % 46 < 18 ? 84 : 2, 0));
            }
        }
        return readings;
    }

    private List<String> replayed(List<Reading> readings) throws IOException {
        var file = folder.resolve("life.csv");
        var lines = new ArrayList<>(List.of("timestamp,home,device,appliance,power_w,illuminance_lux"));
        readings.forEach(reading -> lines.add(reading.csv()));
        Files.write(file, lines);
        var out = folder.resolve("out");
        var screen = new ByteArrayOutputStream();
        var code = Replay.run(
                new String[] {"--readings", file.toString(), "--zone", "Asia/Seoul", "--out", out.toString()},
                new PrintStream(screen, true, StandardCharsets.UTF_8));
        assertThat(code).as(screen.toString(StandardCharsets.UTF_8)).isZero();
        return Files.readAllLines(out.resolve("activity.csv")).stream()
                .skip(1)
                .sorted()
                .toList();
    }

    private List<String> stored() {
        var names = new HashMap<Integer, String>();
        home.installed.values().forEach(device -> names.put(device.no(), device.id()));
        return home
                .jdbc
                .sql("SELECT device_no, start_at, end_at, source FROM activity")
                .query((row, n) -> "h1,%s,%s,%s,%s"
                        .formatted(
                                names.get(row.getInt(1)),
                                row.getTimestamp(2).toInstant(),
                                row.getTimestamp(3).toInstant(),
                                row.getString(4)))
                .list()
                .stream()
                .sorted()
                .toList();
    }
}
