package anbu.telemetry.activity;

import anbu.households.Appliance;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;

/** A plug's life made up for tests: whole days of samples, seeded noise. */
final class Story {
    static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    static final LocalDate START = LocalDate.of(2026, 3, 2);

    /** What is measured at a minute of the story, counted from its first midnight. */
    interface Value {
        double at(int minute);
    }

    private final Random random = new Random(20260302);
    private final Appliance appliance;
    private final DeviceDays days;
    private final int everyMinutes;
    private LocalDate today = START;

    Story(Appliance appliance, int everyMinutes) {
        this.appliance = appliance;
        this.days = new DeviceDays(appliance, SEOUL);
        this.everyMinutes = everyMinutes;
    }

    /** Lives so many days and says what was found on them. */
    List<Step> power(int count, Value watts) {
        return live(count, watts, Measure.POWER, minute -> true);
    }

    List<Step> light(int count, Value lux) {
        return live(count, lux, Measure.LIGHT, minute -> true);
    }

    List<Step> live(int count, Value value, Measure measure, IntPredicate reported) {
        var steps = new ArrayList<Step>();
        for (int day = 0; day < count; day++) {
            var samples = new ArrayList<Sample>();
            for (int minute = 0; minute < 1440; minute += everyMinutes) {
                if (reported.test(minute)) {
                    var measured = Math.max(0, value.at(minuteOf(today) + minute) + random.nextGaussian() * 0.3);
                    samples.add(
                            measure == Measure.POWER
                                    ? new Sample(at(today, minute), measured, null)
                                    : new Sample(at(today, minute), null, measured));
                }
            }
            steps.addAll(days.judge(today, samples));
            today = today.plusDays(1);
        }
        return steps;
    }

    Profile profile() {
        return days.profile(today.plusDays(1));
    }

    Appliance appliance() {
        return appliance;
    }

    static Instant at(LocalDate day, int minute) {
        return day.atStartOfDay(SEOUL).toInstant().plus(Duration.ofMinutes(minute));
    }

    static int minuteOf(LocalDate day) {
        return (int) (day.toEpochDay() - START.toEpochDay()) * 1440;
    }

    /** The minute of the local day. */
    static int minuteOf(Step step) {
        return step.at().atZone(SEOUL).toLocalTime().toSecondOfDay() / 60;
    }

    /** A compressor that runs 15 of 40 minutes, day and night, and starts with a surge. */
    static double fridge(int minute) {
        var phase = minute % 40;
        return phase == 0 ? 130 : phase < 15 ? 85 : 1;
    }

    /** A different minute on each day, from..until. */
    static int varied(int minute, int salt, int from, int until) {
        return from + new Random(31L * (minute / 1440) + salt).nextInt(until - from);
    }

    /** Whether the minute lies in a span of the day that begins so. */
    static boolean within(int minute, int begin, int length) {
        var ofDay = minute % 1440;
        return ofDay >= begin && ofDay < begin + length;
    }

    /** On at some time in the evening, for two hours, with a picture that flickers; standby else. */
    static Value television() {
        return minute ->
                Story.within(minute, varied(minute, 2, 1080, 1200), 120) ? 90 + 25 * Math.sin(minute * 1.7) : 0.6;
    }

    /** Five times a day for three minutes. */
    static double kettles(int minute) {
        for (int cup = 0; cup < 5; cup++) {
            if (within(minute, varied(minute, cup, 420 + cup * 180, 560 + cup * 180), 3)) {
                return 1800;
            }
        }
        return 0;
    }
}
