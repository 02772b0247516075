package anbu.telemetry.activity;

import anbu.households.Appliance;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the days of one plug teach of its power. */
record PowerLearning(
        int wholeDays,
        int intervalSeconds,
        double standbyW,
        double stepW,
        double usualW,
        List<Integer> timers,
        Set<Warning> warnings) {
    /** From so many days in use on, what is learned outranks the prior also where it is less strict. */
    static final int ENOUGH_DAYS = 3;

    /** Less than this of what it usually draws is no use. */
    private static final double OF_USUAL = 0.25;
    /** A plug that is never at rest says little: a computer left on all day must draw half as much again to be in use. */
    private static final double OF_STANDBY = 0.5;

    static PowerLearning of(Appliance appliance, List<PowerDay> days) {
        var habit = Habit.of(appliance);
        var whole = days.stream().filter(PowerDay::whole).toList();
        var interval = (int) Middle.of(days.stream().mapToDouble(PowerDay::intervalSeconds));
        var standby = Middle.quarter(days.stream().mapToDouble(PowerDay::lowW));
        var used = used(habit, days, standby);
        var usual = Middle.of(used.stream().mapToDouble(PowerDay::highW));
        var timers = Timers.minutes(
                days.stream().map(PowerDay::switchedOn).toList(),
                days.stream().map(PowerDay::switchedOff).toList(),
                interval);
        var warnings = EnumSet.noneOf(Warning.class);
        var resting = whole.stream()
                .filter(day -> day.lowW() - standby <= Math.max(habit.leastW(), (usual - standby) * OF_USUAL))
                .toList();
        var step = step(habit, resting, used.size(), standby, usual, warnings);
        warn(warnings, days, whole, habit, standby + step);
        if (!timers.isEmpty()) {
            warnings.add(Warning.TIMER);
        }
        return new PowerLearning(whole.size(), interval, standby, step, usual, timers, warnings);
    }

    /** The days of use: those of absence, however many, are not what is usual. */
    private static List<PowerDay> used(Habit habit, List<PowerDay> days, double standby) {
        var rises =
                days.stream().mapToDouble(day -> day.highW() - standby).sorted().toArray();
        var great = rises.length < ENOUGH_DAYS ? 0 : rises[rises.length - ENOUGH_DAYS];
        var least = Math.max(habit.leastW(), OF_USUAL * great);
        return days.stream().filter(day -> day.highW() - standby >= least).toList();
    }

    /** @param whole days at rest at some time: what was left on for days pauses as little as a compressor, but is none */
    private static double step(
            Habit habit, List<PowerDay> whole, int usedDays, double standby, double usual, Set<Warning> warnings) {
        var cycle = Cycle.of(whole);
        if (habit.counts() == Habit.Counts.RISES) {
            return cycle.manyLoads(habit.priorW(), warnings);
        }
        if (!whole.isEmpty() && cycle.dominates(usual - standby)) {
            warnings.add(Warning.CYCLING_LOAD);
        }
        var step =
                usedDays < ENOUGH_DAYS ? habit.priorW() : Math.max(habit.leastW(), habit.share() * (usual - standby));
        return Math.max(Math.max(step, cycle.amplitudeW()), OF_STANDBY * standby);
    }

    private static void warn(
            Set<Warning> warnings, List<PowerDay> days, List<PowerDay> whole, Habit habit, double onW) {
        if (habit.counts() == Habit.Counts.NOTHING) {
            warnings.add(Warning.RUNS_BY_ITSELF);
            return;
        }
        if (whole.size() < ENOUGH_DAYS) {
            warnings.add(days.size() > 2 * ENOUGH_DAYS ? Warning.GAPS : Warning.LEARNING);
        } else if (whole.stream().allMatch(day -> day.highW() <= onW)) {
            warnings.add(Warning.NEVER_USED);
        }
        if (!whole.isEmpty()
                && habit.counts() != Habit.Counts.RISES
                && whole.get(whole.size() - 1).lowW() > onW) {
            warnings.add(Warning.CONSTANT_ON);
        }
    }
}
