package anbu.telemetry.activity;

import anbu.households.Appliance;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes a profile from days. */
public final class Learning {
    /** A profile of day D looks at sketches from this many days before D up to {@link #LAG_DAYS} before it. */
    public static final int WINDOW_DAYS = 60;

    /** So that there is a whole day's time to sketch the day before. */
    public static final int LAG_DAYS = 2;

    private static final int SPARSE_SECONDS = 30 * 60;

    private Learning() {}

    /** @param days sketches in order of days, those without samples left out; none gives the prior */
    public static Profile profile(Appliance appliance, List<DaySketch> days) {
        var lights =
                days.stream().flatMap(day -> Stream.ofNullable(day.light())).toList();
        var powers =
                days.stream().flatMap(day -> Stream.ofNullable(day.power())).toList();
        var power = PowerLearning.of(appliance, powers);
        var interval = (int) Middle.of(lights.stream().mapToDouble(LightDay::intervalSeconds));
        var lamp =
                Middle.of(lights.stream().flatMap(day -> day.lamps().stream()).mapToDouble(lux -> lux));
        var timers = Timers.minutes(
                lights.stream().map(LightDay::switchedOn).toList(),
                lights.stream().map(LightDay::switchedOff).toList(),
                interval);
        var warnings = EnumSet.noneOf(Warning.class);
        if (!powers.isEmpty() || appliance != Appliance.LIGHT_SENSOR) {
            warnings.addAll(power.warnings());
        }
        if (lights.size() >= PowerLearning.ENOUGH_DAYS && lamp == 0) {
            warnings.add(Warning.NO_LAMP);
        }
        if (!timers.isEmpty()) {
            warnings.add(Warning.TIMER);
        }
        if (Math.max(power.intervalSeconds(), interval) >= SPARSE_SECONDS) {
            warnings.add(Warning.SPARSE);
        }
        return new Profile(
                appliance,
                days.size(),
                power.wholeDays(),
                power.intervalSeconds(),
                interval,
                power.standbyW(),
                power.stepW(),
                power.usualW(),
                lamp,
                power.timers(),
                timers,
                days.isEmpty() ? 0 : days.get(days.size() - 1).offsetSeconds(),
                daylight(lights),
                Set.copyOf(warnings));
    }

    private static List<Integer> daylight(List<LightDay> days) {
        if (days.isEmpty()) {
            return List.of();
        }
        return IntStream.range(0, 24).mapToObj(hour -> darkest(days, hour)).toList();
    }

    private static int darkest(List<LightDay> days, int hour) {
        var known = days.stream()
                .mapToInt(day -> day.darkest().get(hour))
                .filter(lux -> lux >= 0)
                .toArray();
        return known.length == 0 ? -1 : (int) Middle.of(IntStream.of(known).asDoubleStream());
    }
}
