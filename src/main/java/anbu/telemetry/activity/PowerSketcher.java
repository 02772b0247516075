package anbu.telemetry.activity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sketches one day of power from parallel arrays: when, in seconds since the local midnight, and how many watts. */
final class PowerSketcher {
    private static final int MOST_SWITCHINGS = 6;

    private final long[] seconds;
    private final double[] watts;
    private final int intervalSeconds;
    private final int[] ups = new int[Sizes.count()];
    private final long[] pause = new long[Sizes.count()];
    private final long[] longest = new long[Sizes.count()];
    private long covered;

    PowerSketcher(long[] seconds, double[] watts) {
        this.seconds = seconds;
        this.watts = watts;
        this.intervalSeconds = Intervals.typicalSeconds(seconds);
    }

    PowerDay sketch() {
        var gap = Intervals.gapSeconds(intervalSeconds);
        for (int i = 1; i < seconds.length; i++) {
            var apart = seconds[i] - seconds[i - 1];
            if (apart > gap) {
                Arrays.fill(pause, 0);
            } else {
                covered += apart;
                pass(apart, Sizes.reached(watts[i] - watts[i - 1]));
            }
        }
        var sorted = watts.clone();
        Arrays.sort(sorted);
        var low = sorted[sorted.length / 20];
        var high = sorted[sorted.length - 1];
        var ons = switchings(low, high, 1);
        var offs = switchings(low, high, -1);
        return new PowerDay(
                (int) (covered / 60), intervalSeconds, tenths(low), tenths(high), ups(), pauses(), ons, offs);
    }

    private void pass(long apart, int reached) {
        for (int size = 0; size < pause.length; size++) {
            pause[size] += apart;
            longest[size] = Math.max(longest[size], pause[size]);
            if (size < reached) {
                ups[size]++;
                pause[size] = 0;
            }
        }
    }

    private List<Integer> ups() {
        var list = new ArrayList<Integer>();
        for (int size = 0; size < ups.length && ups[size] > 0; size++) {
            list.add(ups[size]);
        }
        return List.copyOf(list);
    }

    private List<Integer> pauses() {
        var list = new ArrayList<Integer>();
        for (int size = 0; size < ups.length && ups[size] > 0; size++) {
            list.add((int) (longest[size] / 60));
        }
        return List.copyOf(list);
    }

    /** The minutes at which power rose (or, for -1, fell) through the middle between low and high. */
    private List<Integer> switchings(double low, double high, int direction) {
        var middle = (low + high) / 2;
        var minutes = new ArrayList<Integer>();
        for (int i = 1; i < watts.length; i++) {
            if (direction * (watts[i - 1] - middle) < 0 && direction * (watts[i] - middle) >= 0) {
                minutes.add((int) (seconds[i] / 60));
            }
        }
        return minutes.size() > MOST_SWITCHINGS ? List.of() : List.copyOf(minutes);
    }

    private static double tenths(double watts) {
        return Math.rint(watts * 10) / 10;
    }
}
