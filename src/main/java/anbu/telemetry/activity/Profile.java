package anbu.telemetry.activity;

import anbu.households.Appliance;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is known of a plug as a day begins: from its appliance at first, later from its own recent days.
 *
 * @param days how many it was learned from
 * @param wholeDays of these with hardly a gap
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
        int days,
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
    private static final int NIGHT_LUX = 5;
    private static final double LIKE = 0.4;

    /** Before anything is learned. */
    public static Profile prior(Appliance appliance) {
        return Learning.profile(appliance, List.of());
    }

    public String toJson() {
        return Json.text(this);
    }

    /** From what {@link #toJson} gave. */
    public static Profile of(String json) {
        return Json.read(json, Profile.class);
    }

    /** Whether it may show a person by its power. */
    public boolean showsPower() {
        return stepW > 0 && !warnings.contains(Warning.CYCLING_LOAD) && !warnings.contains(Warning.RUNS_BY_ITSELF);
    }

    /** Whether it goes on and off by itself, day and night. */
    public boolean cycling() {
        return warnings.contains(Warning.CYCLING_LOAD);
    }

    /** Whether it was on during the whole newest day that is known. */
    public boolean constantOn() {
        return warnings.contains(Warning.CONSTANT_ON);
    }

    /** The minutes of the day at which a timer switches the plug or the lamp it sees, in order. */
    public List<Integer> timers() {
        return Stream.concat(powerTimers.stream(), lightTimers.stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** The longer of both intervals, in seconds; 0 is not known yet. */
    public int intervalSeconds() {
        return Math.max(powerIntervalSeconds, lightIntervalSeconds);
    }

    /** Whether a change of so many lux may be a lamp's: at hours of daylight only if it is about as large as the lamp's at night. */
    boolean lampLike(double lux, long epochMillis) {
        if (daylight.isEmpty()) {
            return true;
        }
        var hour = (int) Math.floorMod(Math.floorDiv(epochMillis, 1000L) + offsetSeconds, 86_400L) / 3600;
        var darkest =
                Math.max(daylight.get(hour), Math.max(daylight.get((hour + 23) % 24), daylight.get((hour + 1) % 24)));
        return darkest <= NIGHT_LUX || Math.abs(lux - lampLux) <= LIKE * lampLux;
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
