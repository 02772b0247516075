package anbu.telemetry.activity;

import anbu.telemetry.activity.MeasuredHome.Between;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Whether a rule of so many hours without activity fires on true absences, and only on these. */
final class AbsenceRule {
    private static final double KNOWN = 0.8;

    private AbsenceRule() {}

    /** "hit of all, missed, false"; a pause counts if the plugs reported during most of it, for silence is not absence. */
    static String judged(MeasuredHome home, TreeSet<Instant> steps, List<Between> absences, Duration hours) {
        var reports = new TreeSet<Instant>();
        home.plugs.values().forEach(plug -> plug.samples().forEach(sample -> reports.add(sample.at())));
        var interval = Intervals.typicalSeconds(
                reports.stream().mapToLong(Instant::getEpochSecond).toArray());
        var inside = absences.stream()
                .filter(absence ->
                        Duration.between(absence.start(), absence.end()).compareTo(hours.minusHours(2)) >= 0)
                .filter(absence -> absence.start().isAfter(reports.first())
                        && absence.end().isBefore(reports.last()))
                .toList();
        var fired = new ArrayList<Between>();
        var from = reports.first();
        var ends = new TreeSet<>(steps);
        ends.add(reports.last());
        for (var step : ends) {
            var known = (double) reports.subSet(from, step).size() * interval;
            if (Duration.between(from, step).compareTo(hours) >= 0
                    && known >= KNOWN * Duration.between(from, step).toSeconds()) {
                fired.add(new Between(from, step));
            }
            from = step;
        }
        var hit = inside.stream()
                .filter(absence -> fired.stream().anyMatch(pause -> overlap(pause, absence)))
                .count();
        var wrong = fired.stream()
                .filter(pause -> absences.stream().noneMatch(absence -> overlap(pause, absence)))
                .count();
        return "%d, %d, %d".formatted(hit, inside.size() - hit, wrong);
    }

    /** The longest pause between two steps, for homes where nobody was away for a day. */
    static String longest(TreeSet<Instant> steps) {
        var longest = Duration.ZERO;
        var from = steps.first();
        for (var step : steps) {
            var pause = Duration.between(from, step);
            longest = pause.compareTo(longest) > 0 ? pause : longest;
            from = step;
        }
        return "longest pause %.1f h".formatted(longest.toMinutes() / 60.0);
    }

    private static boolean overlap(Between one, Between other) {
        return one.start().isBefore(other.end()) && other.start().isBefore(one.end());
    }
}
