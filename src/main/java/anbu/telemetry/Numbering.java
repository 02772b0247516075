package anbu.telemetry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the numbers that a device gives its messages say about missing ones. A number below the newest one is that of a late message when
 * it was measured earlier; otherwise the device began to count anew (a restart, or the counter is full), and nothing is missing.
 *
 * @param last the number of the newest message; null when the device gives none
 * @param missing numbers passed over
 * @param late numbers that may fill earlier gaps
 */
record Numbering(@Nullable Long last, List<Gap> missing, List<Long> late) {
    /** A jump over more is no loss but a counter that was set. */
    static final long LONGEST_GAP = 100_000;
    /** Without a clock of its own, a device that counts back by less is not believed to have begun anew: the message is a late one. */
    static final long LATENESS = 1_000;

    /** Numbers that did not come, both ends included. */
    record Gap(long first, long last, Instant noticedAt) {
        long size() {
            return last - first + 1;
        }

        /** What is left of it without this number. */
        List<Gap> without(long number) {
            if (number < first || number > last) {
                return List.of(this);
            }
            var rest = new ArrayList<Gap>();
            if (number > first) {
                rest.add(new Gap(first, number - 1, noticedAt));
            }
            if (number < last) {
                rest.add(new Gap(number + 1, last, noticedAt));
            }
            return rest;
        }
    }

    /** @param readings not known before, in order of time */
    static Numbering of(DeviceState before, List<Reading> readings) {
        var last = before.lastSeq();
        var missing = new ArrayList<Gap>(0);
        var late = new ArrayList<Long>(0);
        for (var reading : readings) {
            var seq = reading.seq();
            if (seq == null) {
                continue;
            }
            if (isLate(before, last, reading, seq)) {
                late.add(seq);
                continue;
            }
            if (last != null && seq - last > 1 && seq - last <= LONGEST_GAP) {
                missing.add(new Gap(last + 1, seq - 1, reading.receivedAt()));
            }
            last = seq;
        }
        return new Numbering(last, missing, late);
    }

    private static boolean isLate(DeviceState before, @Nullable Long last, Reading reading, long seq) {
        if (last == null || seq > last) {
            return last != null && !before.precedes(reading.measuredAt());
        }
        return !before.precedes(reading.measuredAt()) || (!reading.ownTime() && seq > 1 && last - seq < LATENESS);
    }
}
