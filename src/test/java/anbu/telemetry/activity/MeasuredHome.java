package anbu.telemetry.activity;

import anbu.households.Appliance;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Real measurements of one home, from the folder of shared data beside the repository. */
final class MeasuredHome {
    static final Path FOLDER = Path.of("../shared/data").toAbsolutePath();

    /** What one plug measured; {@code appliance} is the word of the file. */
    record Plug(String name, String appliance, List<Sample> samples) {}

    /** A span of a label or reference. */
    record Between(Instant start, Instant end) {}

    /** One line of a file by the names of its columns. */
    record Line(Map<String, String> values) {
        String get(String column) {
            return Objects.requireNonNull(values.get(column), column);
        }
    }

    final Map<String, Plug> plugs = new TreeMap<>();
    final ZoneId zone;

    MeasuredHome(String zone) {
        this.zone = ZoneId.of(zone);
    }

    static MeasuredHome of(String file, String zone) {
        var home = new MeasuredHome(zone);
        for (var row : rows(file)) {
            home.plugs
                    .computeIfAbsent(row.get("device"), name -> new Plug(name, row.get("appliance"), new ArrayList<>()))
                    .samples()
                    .add(new Sample(
                            Instant.parse(row.get("timestamp")),
                            number(row.get("power_w")),
                            number(row.get("illuminance_lux"))));
        }
        return home;
    }

    private static @Nullable Double number(String text) {
        return text.isEmpty() ? null : Double.valueOf(text);
    }

    /** All rows by the names of the columns; plain files without quotes. */
    static List<Line> rows(String file) {
        var path = FOLDER.resolve(file);
        try (var in = Files.newInputStream(path);
                var lines = new BufferedReader(new InputStreamReader(
                        file.endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8))) {
            var columns = lines.readLine().split(",");
            var rows = new ArrayList<Line>();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var values = line.split(",", -1);
                var row = new HashMap<String, String>();
                for (int i = 0; i < columns.length; i++) {
                    row.put(columns[i], values[i]);
                }
                rows.add(new Line(row));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the detector finds, learning from day to day as in service. */
    List<Step> detected(Plug plug, Appliance appliance) {
        var byDay = new TreeMap<LocalDate, List<Sample>>();
        for (var sample : plug.samples()) {
            byDay.computeIfAbsent(sample.at().atZone(zone).toLocalDate(), day -> new ArrayList<>())
                    .add(sample);
        }
        var days = new DeviceDays(appliance, zone);
        var steps = new ArrayList<Step>();
        byDay.forEach((day, samples) -> steps.addAll(days.judge(day, samples)));
        return steps;
    }

    TreeSet<Instant> detected() {
        var moments = new TreeSet<Instant>();
        for (var plug : plugs.values()) {
            detected(plug, Appliance.named(plug.appliance())).forEach(step -> moments.add(step.at()));
        }
        return moments;
    }

    /** What the simplest rule finds: a change by so many watts or lux from one sample to the next. */
    TreeSet<Instant> changed(double by) {
        var moments = new TreeSet<Instant>();
        for (var plug : plugs.values()) {
            changed(plug, by, moments);
        }
        return moments;
    }

    static void changed(Plug plug, double by, TreeSet<Instant> into) {
        ToDoubleFunction<Sample> value = sample -> sample.powerW() != null
                ? sample.powerW()
                : sample.illuminanceLux() == null ? 0 : sample.illuminanceLux();
        for (int i = 1; i < plug.samples().size(); i++) {
            var sample = plug.samples().get(i);
            if (Math.abs(value.applyAsDouble(sample)
                            - value.applyAsDouble(plug.samples().get(i - 1)))
                    >= by) {
                into.add(sample.at());
            }
        }
    }
}
