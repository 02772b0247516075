package anbu.telemetry.activity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sketches one day of light from parallel arrays: when, in seconds since the local midnight, and how many lux. */
final class LightSketcher {
    private static final double DARK_LUX = 10;
    private static final double LEAST_LUX = 20;
    private static final int MOST_LAMPS = 16;

    private final long[] seconds;
    private final double[] lux;
    private final List<Integer> lamps = new ArrayList<>();
    private final List<Integer> ons = new ArrayList<>();
    private final List<Integer> offs = new ArrayList<>();
    private long covered;

    LightSketcher(long[] seconds, double[] lux) {
        this.seconds = seconds;
        this.lux = lux;
    }

    LightDay sketch() {
        var interval = Intervals.typicalSeconds(seconds);
        var gap = Intervals.lightGapSeconds(interval);
        for (int i = 1; i < lux.length; i++) {
            if (seconds[i] - seconds[i - 1] <= gap) {
                covered += seconds[i] - seconds[i - 1];
                pass(i);
            }
        }
        return new LightDay(
                (int) (covered / 60), interval, darkest(), List.copyOf(lamps), List.copyOf(ons), List.copyOf(offs));
    }

    private void pass(int i) {
        var change = lux[i] - lux[i - 1];
        if (Math.abs(change) >= LEAST_LUX && Math.min(lux[i], lux[i - 1]) <= DARK_LUX && lamps.size() < MOST_LAMPS) {
            lamps.add((int) Math.abs(change));
            (change > 0 ? ons : offs).add((int) (seconds[i] / 60));
        }
    }

    private List<Integer> darkest() {
        var darkest = new Integer[24];
        Arrays.fill(darkest, -1);
        for (int i = 0; i < lux.length; i++) {
            var hour = (int) Math.max(0, Math.min(23, seconds[i] / 3600));
            darkest[hour] = darkest[hour] < 0 ? (int) lux[i] : Math.min(darkest[hour], (int) lux[i]);
        }
        return List.of(darkest);
    }
}
