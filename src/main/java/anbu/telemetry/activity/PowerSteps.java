package anbu.telemetry.activity;

import org.jspecify.annotations.Nullable;

/** Finds the steps in power that a person made. */
final class PowerSteps {
    private static final long NEVER = Long.MIN_VALUE;

    private final Profile profile;
    private final Habit habit;
    private final double onW;
    private final double offW;
    private final long gapMillis;
    private final long restMillis;
    private final Onsets onsets;
    private boolean known;
    private long at;
    private double watts;
    private long onAt = NEVER;

    PowerSteps(Profile profile, Memory.@Nullable Power memory) {
        this.profile = profile;
        this.habit = Habit.of(profile.appliance());
        this.onW = profile.standbyW() + profile.stepW();
        this.offW = profile.standbyW() + profile.stepW() / 2;
        this.gapMillis = Intervals.gapSeconds(profile.powerIntervalSeconds()) * 1000;
        this.restMillis = habit.rest().toMillis();
        this.onsets = new Onsets(memory);
        if (memory != null) {
            known = true;
            at = memory.at();
            watts = memory.watts();
            onAt = memory.onAt() == null ? NEVER : memory.onAt();
        }
    }

    /** Whether the sample shows a person's step from {@link #watts}, which is later than those before. */
    boolean accept(long now, double power) {
        var joined = known && now - at <= gapMillis;
        var onset = joined && power > onW && watts <= onW;
        if (onset) {
            onsets.add(now);
        }
        var shows = joined && profile.showsPower() && shows(now, power, onset);
        if (power > onW) {
            onAt = now;
        }
        known = true;
        at = now;
        watts = power;
        return shows;
    }

    private boolean shows(long now, double power, boolean onset) {
        return switch (habit.counts()) {
            case NOTHING -> false;
            case RISES -> power - watts >= profile.stepW();
            case ANY_CHANGE -> Math.abs(power - watts) >= profile.stepW() && byHand(now);
            case ON -> onset && rested(now) && byHand(now);
            case ON_AND_OFF -> (onset && rested(now) || off(now, power)) && byHand(now);
        };
    }

    private boolean rested(long now) {
        return onAt == NEVER || now - onAt > restMillis;
    }

    private boolean off(long now, double power) {
        return power <= offW && watts > offW && onAt != NEVER && now - onAt <= gapMillis;
    }

    /** Neither in the beat of a thermostat nor at the minute of a timer. */
    private boolean byHand(long now) {
        return !onsets.regular(now, now - at)
                && !profile.timed(profile.powerTimers(), profile.powerIntervalSeconds(), now);
    }

    /** Whether the plug drew more than at rest when last heard. */
    boolean on() {
        return known && watts > onW;
    }

    double watts() {
        return watts;
    }

    Memory.@Nullable Power memory(long newest) {
        var horizon = newest - Detector.HORIZON.toMillis();
        if (!known || at < horizon) {
            return null;
        }
        return new Memory.Power(at, watts, onAt < horizon ? null : onAt, onsets.since(newest));
    }
}
