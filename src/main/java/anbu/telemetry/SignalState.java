package anbu.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the reports of a device, or of a home, say at a moment, by event time. A function of what was measured and nothing else: no hint counts. */
public enum SignalState {
    /** It never reported. */
    NEVER_SEEN,
    /** It has not reported for so long that its last report says nothing of now. */
    SILENT,
    /** It reports, and nothing a person does has changed lately. */
    QUIET,
    /** It reports, and a person did something within {@link #ACTIVE_FOR}. */
    ACTIVE;

    public static final Duration ACTIVE_FOR = Duration.ofMinutes(30);

    /** @param offlineAfter so long after its last report a device is silent */
    public static SignalState of(
            @Nullable Instant lastReportAt, @Nullable Instant lastActivityAt, Duration offlineAfter, Instant now) {
        if (lastReportAt == null) {
            return NEVER_SEEN;
        }
        if (!lastReportAt.plus(offlineAfter).isAfter(now)) {
            return SILENT;
        }
        return lastActivityAt != null && lastActivityAt.plus(ACTIVE_FOR).isAfter(now) ? ACTIVE : QUIET;
    }

    /** The next moment at which the state changes if nothing comes; empty when it never does. */
    public static Optional<Instant> changesAt(
            @Nullable Instant lastReportAt, @Nullable Instant lastActivityAt, Duration offlineAfter, Instant now) {
        if (lastReportAt == null) {
            return Optional.empty();
        }
        var silentAt = lastReportAt.plus(offlineAfter);
        var quietAt = lastActivityAt == null ? null : lastActivityAt.plus(ACTIVE_FOR);
        if (!silentAt.isAfter(now)) {
            return Optional.empty();
        }
        return Optional.of(quietAt != null && quietAt.isAfter(now) && quietAt.isBefore(silentAt) ? quietAt : silentAt);
    }

    /** A home's state from those of its devices: it is silent, or was never seen, only if nothing in it reports. */
    public static SignalState ofHome(Collection<SignalState> devices) {
        return devices.stream().max(Enum::compareTo).orElse(NEVER_SEEN);
    }

    public boolean reports() {
        return this == QUIET || this == ACTIVE;
    }
}
