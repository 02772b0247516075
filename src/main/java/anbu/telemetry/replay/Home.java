package anbu.telemetry.replay;

import anbu.households.Appliance;
import anbu.telemetry.activity.Step;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One home of the file. It keeps the rows of days that are not over, and of days that are what its devices learned. */
final class Home {
    private final String name;
    private final ZoneId zone;
    private final Results results;
    private final HomeStates states;
    private final Map<String, Plug> plugs = new TreeMap<>();
    private final TreeSet<LocalDate> open = new TreeSet<>();
    private LocalDate judged = LocalDate.MIN;

    Home(String name, ZoneId zone, Instant start, Results results) {
        this.name = name;
        this.zone = zone;
        this.results = results;
        this.states = new HomeStates(name, start, results);
    }

    /** False if the row comes too late, when its day is judged. */
    boolean take(LocalDate day, Row row) {
        if (!day.isAfter(judged)) {
            return false;
        }
        open.add(day);
        plugs.computeIfAbsent(row.device(), device -> new Plug(Appliance.named(row.appliance()), zone))
                .take(day, row.sample());
        return true;
    }

    /** The newest day of which there is a row. */
    LocalDate newestDay() {
        return open.isEmpty() ? judged : open.last();
    }

    /** Judges all days before that one. */
    void judgeBefore(LocalDate day) throws IOException {
        while (!open.isEmpty() && open.first().isBefore(day)) {
            judge(open.first());
        }
    }

    private void judge(LocalDate day) throws IOException {
        var reports = new TreeSet<Instant>();
        Set<Instant> steps = new HashSet<>();
        var interval = interval();
        for (var plug : plugs.entrySet()) {
            plug.getValue().judge(day, reports).stream().map(Step::at).forEach(steps::add);
            for (var span : plug.getValue()
                    .spansBefore(day.plusDays(1).atStartOfDay(zone).toInstant())) {
                results.activity(name, plug.getKey(), span);
            }
        }
        for (var report : reports) {
            states.report(report, interval);
            if (steps.contains(report)) {
                states.step(report);
            }
        }
        open.remove(day);
        judged = day;
    }

    /** The shortest that its devices have, 0 if none is known. */
    private int interval() {
        return plugs.values().stream()
                .mapToInt(Plug::intervalSeconds)
                .filter(seconds -> seconds > 0)
                .min()
                .orElse(0);
    }

    void end(Instant newest) throws IOException {
        judgeBefore(LocalDate.MAX);
        states.end(newest, interval());
        for (var plug : plugs.entrySet()) {
            for (var span : plug.getValue().spansBefore(Instant.MAX)) {
                results.activity(name, plug.getKey(), span);
            }
            results.device(name, plug.getKey(), plug.getValue().learned());
        }
    }

    int devices() {
        return plugs.size();
    }
}
