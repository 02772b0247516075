package anbu.telemetry.activity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the steps in light that a person made. A lamp is many times brighter than the dark, at once, and out of calm: day and
 * dusk come slower than that, and clouds flicker before and after.
 */
final class LightSteps {
    /** A lamp changes a dark room by at least this much. */
    private static final double LEAST_LUX = 40;

    private static final double DARK_LUX = 100;
    private static final double RATIO = Math.log(4);
    /** And by this many times the changes before it. */
    private static final double STANDS_OUT = 3;

    private static final long SLOT_MILLIS = 600_000;
    private static final int SLOTS = 7;

    private final Profile profile;
    private final long gapMillis;
    private boolean known;
    private long at;
    private double lux;
    private double before = Double.NaN;
    private double pending;
    private long slot;
    private final double[] flickers = new double[SLOTS];
    private double from;

    LightSteps(Profile profile, Memory.@Nullable Light memory) {
        this.profile = profile;
        this.gapMillis = Intervals.lightGapSeconds(profile.lightIntervalSeconds()) * 1000;
        if (memory != null) {
            known = true;
            at = memory.at();
            lux = memory.lux();
            before = memory.before() == null ? Double.NaN : memory.before();
            pending = memory.pending();
            slot = memory.slot();
            for (int i = 0; i < memory.flickers().size(); i++) {
                flickers[i] = memory.flickers().get(i);
            }
        }
    }

    /** Whether the sample shows a person's step, {@link #from} the lux before it. */
    boolean accept(long now, double value) {
        turnTo(now / SLOT_MILLIS);
        var shows = false;
        if (!known || now - at > gapMillis) {
            pending = 0;
            before = Double.NaN;
        } else {
            var flicker = flicker();
            shows = lamp(now, lux, value, flicker) || lamp(now, before, value, flicker);
            flickers[0] = Math.max(flickers[0], pending);
            pending = shows ? 0 : Math.abs(log(value) - log(lux));
            before = shows ? Double.NaN : lux;
        }
        known = true;
        at = now;
        lux = value;
        return shows && !profile.timed(profile.lightTimers(), profile.lightIntervalSeconds(), now);
    }

    /** A change that is seen in two halves is one. */
    private boolean lamp(long now, double one, double other, double flicker) {
        var change = Math.abs(one - other);
        if (change >= LEAST_LUX
                && Math.min(one, other) <= DARK_LUX
                && Math.abs(log(one) - log(other)) >= Math.max(RATIO, STANDS_OUT * flicker)
                && profile.lampLike(change, now)) {
            from = one;
            return true;
        }
        return false;
    }

    private static double log(double lux) {
        return Math.log1p(Math.max(0, lux));
    }

    private double flicker() {
        var most = 0.0;
        for (var flicker : flickers) {
            most = Math.max(most, flicker);
        }
        return most;
    }

    private void turnTo(long next) {
        if (next == slot) {
            return;
        }
        var by = (int) Math.min(SLOTS, Math.max(0, next - slot));
        System.arraycopy(flickers, 0, flickers, by, SLOTS - by);
        Arrays.fill(flickers, 0, by, 0);
        slot = next;
    }

    double from() {
        return from;
    }

    Memory.@Nullable Light memory(long newest) {
        if (!known || newest - at > Detector.HORIZON.toMillis()) {
            return null;
        }
        if (newest - at > SLOTS * SLOT_MILLIS) {
            return new Memory.Light(at, lux, null, 0, slot, List.of());
        }
        List<Double> list = new ArrayList<>();
        for (var flicker : flickers) {
            list.add(flicker);
        }
        return new Memory.Light(
                at, lux, Double.isNaN(before) ? null : before, pending, slot, Collections.unmodifiableList(list));
    }
}
