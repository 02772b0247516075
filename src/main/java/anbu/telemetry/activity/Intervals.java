package anbu.telemetry.activity;

import java.util.Arrays;

/** How often a plug reports, and from when on two reports are too far apart to prove anything. */
final class Intervals {
    /** Longer than this is always a gap. */
    static final long LONGEST_GAP_SECONDS = 2 * 3600;

    private static final long SHORTEST_GAP_SECONDS = 15 * 60;
    private static final int MISSED = 3;

    private Intervals() {}

    /** The span within which a change is known well enough, in seconds; 0 as an interval means it is not known. */
    static long gapSeconds(int intervalSeconds) {
        if (intervalSeconds == 0) {
            return LONGEST_GAP_SECONDS / 2;
        }
        return Math.min(LONGEST_GAP_SECONDS, Math.max(SHORTEST_GAP_SECONDS, (long) MISSED * intervalSeconds));
    }

    /** The same for light, where after a quarter of an hour the day itself may have changed. */
    static long lightGapSeconds(int intervalSeconds) {
        return Math.min(SHORTEST_GAP_SECONDS, gapSeconds(intervalSeconds));
    }

    /**
     * The length of the interval in which a random moment lies, at the median, gaps left out: for a plug that reports changes at once
     * and otherwise by the hour, this is the hour.
     */
    static int typicalSeconds(long[] seconds) {
        var apart = new long[Math.max(0, seconds.length - 1)];
        long sum = 0;
        for (int i = 1; i < seconds.length; i++) {
            var length = seconds[i] - seconds[i - 1];
            apart[i - 1] = length > LONGEST_GAP_SECONDS ? 0 : length;
            sum += apart[i - 1];
        }
        Arrays.sort(apart);
        long half = 0;
        for (var length : apart) {
            half += length;
            if (half * 2 >= sum) {
                return (int) length;
            }
        }
        return 0;
    }
}
