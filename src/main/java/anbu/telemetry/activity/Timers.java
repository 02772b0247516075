package anbu.telemetry.activity;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Tells a timer from a person: it switches at the same minute on nearly every day, on and off. Nobody lives so. */
final class Timers {
    private static final int LEAST_DAYS = 7;
    private static final double NEARLY_ALL = 0.8;
    /** With coarser reports a person's habits would look like a timer. */
    private static final int COARSEST_SECONDS = 5 * 60;

    private Timers() {}

    /** The minutes of the day at which a timer switches on or off; none unless it does both. */
    static List<Integer> minutes(List<List<Integer>> switchedOn, List<List<Integer>> switchedOff, int intervalSeconds) {
        if (switchedOn.size() < LEAST_DAYS || intervalSeconds > COARSEST_SECONDS) {
            return List.of();
        }
        var ons = regular(switchedOn, intervalSeconds);
        var offs = regular(switchedOff, intervalSeconds);
        if (ons.isEmpty() || offs.isEmpty()) {
            return List.of();
        }
        ons.addAll(offs);
        return List.copyOf(ons);
    }

    private static List<Integer> regular(List<List<Integer>> days, int intervalSeconds) {
        var minutes = new TreeSet<Integer>();
        days.forEach(minutes::addAll);
        var regular = new ArrayList<Integer>();
        for (var minute : minutes) {
            var hits = days.stream()
                    .filter(day -> day.stream().anyMatch(other -> near(minute, other, intervalSeconds)))
                    .count();
            if (hits >= NEARLY_ALL * days.size()) {
                regular.add(minute);
            }
        }
        return regular;
    }

    /** Within a minute, and the time between two reports, of each other. */
    static boolean near(int minute, int other, int intervalSeconds) {
        var apart = Math.abs(minute - other);
        return Math.min(apart, 1440 - apart) <= 1 + intervalSeconds / 60;
    }
}
