package anbu.telemetry.activity;

import anbu.households.Appliance;
import java.util.List;
import java.util.Set;

/**
 * What is known of a plug as a day begins: from its appliance at first, later from its own recent days.
 *
 * @param wholeDays how many days with hardly a gap it was learned from
 * @param powerIntervalSeconds between two reports of power; 0 is not known yet
 * @param standbyW what it draws at rest
 * @param stepW the least change that matters
 * @param usualW what it draws in use, at the most, on the median day; 0 is not known
 * @param lampLux by how much the lamp lights the dark room, at the median; 0 is not known
 * @param powerTimers minutes of the day at which a timer switches it
 * @param lightTimers minutes of the day at which a timer switches the lamp it sees
 * @param offsetSeconds of local time from UTC, on the newest known day
 * @param daylight the least lux of each local hour on the median day, -1 unknown; empty without light
 */
public record Profile(
        Appliance appliance,
        int wholeDays,
        int powerIntervalSeconds,
        int lightIntervalSeconds,
        double standbyW,
        double stepW,
        double usualW,
        double lampLux,
        List<Integer> powerTimers,
        List<Integer> lightTimers,
        int offsetSeconds,
        List<Integer> daylight,
        Set<Warning> warnings) {
    /** Before anything is learned. */
    public static Profile prior(Appliance appliance) {
        return Learning.profile(appliance, List.of());
    }

    /** Whether it may show a person by its power. */
    public boolean showsPower() {
        return stepW > 0 && !warnings.contains(Warning.CYCLING_LOAD) && !warnings.contains(Warning.RUNS_BY_ITSELF);
    }

    /** The longer of both intervals, in seconds; 0 is not known yet. */
    public int intervalSeconds() {
        return Math.max(powerIntervalSeconds, lightIntervalSeconds);
    }

    /** Whether that moment is at one of these timers' minutes, give or take one report. */
    boolean timed(List<Integer> timers, int intervalSeconds, long epochMillis) {
        if (timers.isEmpty()) {
            return false;
        }
        var minute = (int) Math.floorMod(Math.floorDiv(epochMillis, 60_000L) + offsetSeconds / 60, 1440L);
        return timers.stream().anyMatch(timer -> Timers.near(timer, minute, intervalSeconds));
    }
}
