package anbu.telemetry;

import java.time.Duration;
import java.time.Instant;

/**
 * Which devices are asked for.
 *
 * @param search part of the id of a device or home; "" for any
 * @param after the last id of the page before; "" for the first page
 */
public record DeviceQuery(Show show, String search, String after, int most, Ladder ladder, Instant now) {
    /** A narrower look. */
    public enum Show {
        ALL,
        /** Offline, suspect or never seen, or its clock is wrong. */
        ATTENTION,
        ACTIVE,
        QUIET,
        SILENT,
        NEVER_SEEN,
        SUSPECT,
        SKEWED,
        /** What cannot show a person. */
        BLIND
    }

    Instant offlineBefore() {
        return now.minus(ladder.offlineAfter());
    }

    Instant activeAfter() {
        return now.minus(SignalState.ACTIVE_FOR);
    }

    long suspectAfterSeconds() {
        return ladder.suspectAfter().toSeconds();
    }

    long offlineAfterSeconds() {
        return ladder.offlineAfter().toSeconds();
    }

    int missedReports() {
        return ladder.missedReports();
    }

    Duration soonest() {
        return Ladder.SOONEST;
    }
}
