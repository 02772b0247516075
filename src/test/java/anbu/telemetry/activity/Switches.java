package anbu.telemetry.activity;

import anbu.telemetry.activity.MeasuredHome.Between;
import anbu.telemetry.activity.MeasuredHome.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Events of switches turned into what a plug would have measured, a mean for each minute: a lamp of 9 W, another appliance with what it
 * usually draws while its sensor says ON. Beside them stands a real fridge (tracebase-b, its days repeated) on a plug without a word.
 */
final class Switches {
    private static final Map<String, Double> WATTS = Map.of(
            "Toaster",
            800.0,
            "Microwave",
            1000.0,
            "Burner",
            1500.0,
            "Oven",
            2000.0,
            "Coffee machine",
            800.0,
            "DVD",
            20.0);
    private static final List<String> IN_BED_OR_OUT =
            List.of("Sleep", "Go_To_Sleep", "Sleep_Out_Of_Bed", "Leave_Home", "Step_Out");

    private Switches() {}

    static MeasuredHome wsu() {
        return home("wsu-smp_events_2011-06_07.csv.gz", "America/Los_Angeles");
    }

    static MeasuredHome mit() {
        return home("mit-s1_events.csv.gz", "America/New_York");
    }

    /** Labeled activities during which one of the switches was used: what plugs can see at all. */
    static List<Between> wsuSwitched() {
        return switched("wsu-smp_labels.csv.gz", "wsu-smp_events_2011-06_07.csv.gz");
    }

    static List<Between> mitSwitched() {
        return switched("mit-s1_labels.csv", "mit-s1_events.csv.gz");
    }

    /** From leaving home to coming back, where no sensor fired in between for two hours. */
    static List<Between> wsuAway() {
        return pauses("wsu-smp_events_2011-06_07.csv.gz", Duration.ofHours(2));
    }

    /** Pauses of four hours in all sensors. */
    static List<Between> mitQuiet() {
        return pauses("mit-s1_events.csv.gz", Duration.ofHours(4));
    }

    private static List<Between> pauses(String file, Duration least) {
        var pauses = new ArrayList<Between>();
        Instant last = null;
        for (var row : MeasuredHome.rows(file)) {
            var at = Instant.parse(row.get("timestamp"));
            if (last != null && Duration.between(last, at).compareTo(least) >= 0) {
                pauses.add(new Between(last.plusSeconds(600), at.minusSeconds(60)));
            }
            last = at;
        }
        return pauses;
    }

    private static double watts(Line row) {
        var sensor = row.get("sensor").replaceFirst("^[0-9]+-", "");
        if (row.get("kind").equals("light-switch") || sensor.equals("Light switch") || sensor.equals("Lamp")) {
            return 9;
        }
        return WATTS.getOrDefault(sensor, 0.0);
    }

    private static List<Between> switched(String labels, String events) {
        var moments = new TreeSet<Instant>();
        MeasuredHome.rows(events).stream()
                .filter(row -> watts(row) > 0)
                .forEach(row -> moments.add(Instant.parse(row.get("timestamp"))));
        return MeasuredHome.rows(labels).stream()
                .filter(row -> !IN_BED_OR_OUT.contains(row.get("activity")))
                .map(row -> new Between(Instant.parse(row.get("start")), Instant.parse(row.get("end"))))
                .filter(span ->
                        !moments.subSet(span.start(), true, span.end(), true).isEmpty())
                .toList();
    }

    private static MeasuredHome home(String file, String zone) {
        var home = new MeasuredHome(zone);
        var rows = MeasuredHome.rows(file);
        var start = Instant.parse(rows.get(0).get("timestamp")).getEpochSecond() / 60;
        var end = Instant.parse(rows.get(rows.size() - 1).get("timestamp")).getEpochSecond() / 60 + 1;
        var bySensor = new TreeMap<String, List<Line>>();
        rows.stream().filter(row -> watts(row) > 0).forEach(row -> bySensor.computeIfAbsent(
                        row.get("room") + row.get("sensor"), name -> new ArrayList<>())
                .add(row));
        bySensor.forEach((name, events) -> home.plugs.put(name, plug(name, events, start, end)));
        home.plugs.put("fridge", fridge(start, end));
        return home;
    }

    private static MeasuredHome.Plug plug(String name, List<Line> events, long start, long end) {
        var watts = watts(events.get(0));
        var means = new double[(int) (end - start)];
        Instant on = null;
        for (var event : events) {
            var at = Instant.parse(event.get("timestamp"));
            if (event.get("value").equals("ON")) {
                on = at;
            } else if (on != null) {
                spread(means, on.getEpochSecond() - start * 60, at.getEpochSecond() - start * 60, watts);
                on = null;
            }
        }
        var samples = new ArrayList<Sample>();
        for (int minute = 0; minute < means.length; minute++) {
            samples.add(new Sample(Instant.ofEpochSecond((start + minute) * 60), means[minute], null));
        }
        return new MeasuredHome.Plug(name, watts == 9 ? "lamp" : name.replaceFirst("^.*-", ""), samples);
    }

    private static void spread(double[] means, long from, long to, double watts) {
        for (long second = from; second < Math.max(to, from + 1); second++) {
            means[(int) (second / 60)] += watts / 60;
        }
    }

    private static MeasuredHome.Plug fridge(long start, long end) {
        var home = MeasuredHome.of("tracebase-b_1min.csv.gz", "UTC");
        var real = Objects.requireNonNull(home.plugs.get("tb-b-refrigerator-b83b9e"))
                .samples();
        var samples = new ArrayList<Sample>();
        for (long minute = start; minute < end; minute++) {
            samples.add(new Sample(
                    Instant.ofEpochSecond(minute * 60),
                    real.get((int) ((minute - start) % (14 * 1440))).powerW(),
                    null));
        }
        return new MeasuredHome.Plug("fridge", "", samples);
    }
}
