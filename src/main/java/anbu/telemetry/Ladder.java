package anbu.telemetry;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a device is late, in the words of the policy.
 *
 * @param missedReports so many expected reports missed make a device suspect
 * @param suspectAfter the same where the interval of the device is not known
 * @param offlineAfter so long without a report it is offline, whatever its interval
 */
public record Ladder(int missedReports, Duration suspectAfter, Duration offlineAfter) {
    /** No device is suspect sooner, however often it usually reports. */
    static final Duration SOONEST = Duration.ofMinutes(1);

    /** A rung. The ones above, repair and welfare check, are limits of the policy and belong to the home. */
    public enum Rung {
        NEVER_SEEN,
        ON_TIME,
        SUSPECT,
        OFFLINE
    }

    /** @param interval how often the device is expected to report; null when that is not known yet */
    public Rung rung(@Nullable Instant lastReportAt, @Nullable Duration interval, Instant now) {
        if (lastReportAt == null) {
            return Rung.NEVER_SEEN;
        }
        if (!lastReportAt.plus(offlineAfter).isAfter(now)) {
            return Rung.OFFLINE;
        }
        return lastReportAt.plus(suspectAfter(interval)).isAfter(now) ? Rung.ON_TIME : Rung.SUSPECT;
    }

    /** How long after its last report a device of this interval is suspect; never longer than until it is offline. */
    public Duration suspectAfter(@Nullable Duration interval) {
        var late = interval == null ? suspectAfter : interval.multipliedBy(missedReports);
        var soonest = late.compareTo(SOONEST) < 0 ? SOONEST : late;
        return soonest.compareTo(offlineAfter) < 0 ? soonest : offlineAfter;
    }
}
