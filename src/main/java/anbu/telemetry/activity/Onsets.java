package anbu.telemetry.activity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a plug was last switched on, by whomever. A thermostat does it in a beat, a person does not. */
final class Onsets {
    /** Shorter than the horizon by the longest gap, so that whoever starts a horizon ago has seen the same. */
    private static final long REACH_MILLIS = Detector.HORIZON.toMillis() - Intervals.LONGEST_GAP_SECONDS * 1000;

    private static final int BEATS = 4;
    /** The longest of the pauses between is not longer than the shortest by more than this. */
    private static final double EVEN = 1.4;
    /** Quicker than this is a hand that tries a switch, or one step seen twice. */
    private static final long LEAST_MILLIS = Duration.ofMinutes(3).toMillis();

    /** A beat is heard only if its pauses are at least so many reports long. */
    private static final int HEARD = 3;

    /** The newest first; 0 is none. */
    private final long[] onsets = new long[BEATS];

    Onsets(Memory.@Nullable Power memory) {
        if (memory != null) {
            for (int i = 0; i < Math.min(BEATS, memory.onsets().size()); i++) {
                onsets[i] = memory.onsets().get(i);
            }
        }
    }

    void add(long now) {
        System.arraycopy(onsets, 0, onsets, 1, BEATS - 1);
        onsets[0] = now;
    }

    /**
     * Whether the newest, and what goes with it, is one more beat of a thermostat.
     *
     * @param now the moment of the step in question, which may be switching off
     * @param apartMillis between two reports, by which a pause may seem longer or shorter than it was
     */
    boolean regular(long now, long apartMillis) {
        if (onsets[BEATS - 1] == 0 || now - onsets[BEATS - 1] > REACH_MILLIS) {
            return false;
        }
        var shortest = Long.MAX_VALUE;
        var longest = 0L;
        for (int i = 1; i < BEATS; i++) {
            var pause = onsets[i - 1] - onsets[i];
            shortest = Math.min(shortest, pause);
            longest = Math.max(longest, pause);
        }
        return shortest >= Math.max(LEAST_MILLIS, HEARD * apartMillis) && longest <= EVEN * shortest + 2 * apartMillis;
    }

    List<Long> since(long newest) {
        var list = new ArrayList<Long>();
        for (var onset : onsets) {
            if (onset != 0 && newest - onset <= REACH_MILLIS) {
                list.add(onset);
            }
        }
        return List.copyOf(list);
    }
}
