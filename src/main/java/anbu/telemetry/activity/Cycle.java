package anbu.telemetry.activity;

import java.util.List;
import java.util.Set;

/**
 * What never pauses as a sleeping person does: compressors, thermostats, pumps. Rises of a size that on nearly every day go on without
 * a pause of some hours are a machine's; the least size whose rises do pause is the end of the cycle.
 *
 * @param amplitudeW rises below this come day and night; 0 if none do
 */
record Cycle(List<PowerDay> days, int size, double amplitudeW) {
    private static final int SLEEP_MINUTES = 5 * 60;
    /** On this share of the days somebody may be up all night. */
    private static final double SLEEPLESS = 0.1;
    /** Smaller than this is the noise of power supplies. */
    private static final double NOISE_W = 8;

    private static final double DOMINATES = 1 / 8.0;
    /** Compressors start together, heaters defrost: a person's steps are clear of the cycle. */
    private static final double MARGIN = 3;

    private static final double LEAST_HOUSE_STEP_W = 100;
    private static final int ENOUGH_DAYS = 5;
    private static final int LEAST_STEPS_A_DAY = 4;

    /** @param days whole ones; those of absence, which pause trivially, do not count */
    static Cycle of(List<PowerDay> days) {
        for (int size = Sizes.count() - 1; size >= 0; size--) {
            if (!pauses(days, size)) {
                return new Cycle(days, size + 1, size + 1 < Sizes.count() ? Sizes.watts(size + 1) : Double.MAX_VALUE);
            }
        }
        return new Cycle(days, 0, 0);
    }

    private static boolean pauses(List<PowerDay> days, int size) {
        var with = days.stream().filter(day -> day.ups(size) > 0).toList();
        var sleepless = with.stream()
                .filter(day -> day.pauseMinutes(size) < SLEEP_MINUTES)
                .count();
        return sleepless <= SLEEPLESS * with.size();
    }

    /** Whether the cycle is so much of what the plug ever draws that a person cannot be told from it. */
    boolean dominates(double usualW) {
        return amplitudeW > Math.max(NOISE_W, DOMINATES * usualW);
    }

    /** The step that shows a person behind a meter of many loads; 0 with a warning if none does. */
    double manyLoads(double priorW, Set<Warning> warnings) {
        var step = Math.max(LEAST_HOUSE_STEP_W, MARGIN * amplitudeW);
        var above = Math.min(Sizes.count() - 1, Sizes.reached(step));
        var with = days.stream().filter(day -> day.ups(above) > 0).toList();
        if (with.size() < ENOUGH_DAYS) {
            return Math.max(priorW, step);
        }
        if (Middle.of(with.stream().mapToDouble(day -> day.ups(above))) < LEAST_STEPS_A_DAY) {
            warnings.add(Warning.CYCLING_LOAD);
            return 0;
        }
        return step;
    }
}
