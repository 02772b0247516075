package anbu.telemetry.activity;

import java.util.List;

/**
 * One day of power.
 *
 * @param coveredMinutes of the day that are known, gaps left out
 * @param intervalSeconds between two reports at the median moment of the day
 * @param lowW what it draws, at least, for nineteen twentieths of the samples
 * @param highW the most
 * @param ups how often power rose by each of the {@link Sizes} from one sample to the next; zeros at the end left out
 * @param pauses the longest known minutes without such a rise, for each of those sizes
 * @param switchedOn minutes of the local day; none if it was switched more often than a timer does
 * @param switchedOff as above
 */
record PowerDay(
        int coveredMinutes,
        int intervalSeconds,
        double lowW,
        double highW,
        List<Integer> ups,
        List<Integer> pauses,
        List<Integer> switchedOn,
        List<Integer> switchedOff) {
    private static final int WHOLE_DAY_MINUTES = 20 * 60;

    /** Whether enough of it is known to say when the plug paused; a day of 23 hours can be whole. */
    boolean whole() {
        return coveredMinutes >= WHOLE_DAY_MINUTES;
    }

    int ups(int size) {
        return Sizes.entry(ups, size);
    }

    /** The longest pause between rises of this size, none of which there was leaves the whole day. */
    int pauseMinutes(int size) {
        return size < ups.size() ? Sizes.entry(pauses, size) : coveredMinutes;
    }
}
