package anbu.telemetry;

import anbu.households.Appliance;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one device now, by event time.
 *
 * @param lastActivity as in {@link HomeSignal}
 * @param intervalS how long it is usually silent between two reports, in seconds, learned; null when not known yet
 * @param intervalSetS the same as set by an operator, in place of what is learned
 * @param skewS least time from measuring to arrival lately, in seconds; negative when its clock is ahead; null when not known
 * @param hint ONLINE or OFFLINE, as its last will or status message said at {@code hintAt}; proves nothing
 */
public record DeviceSignal(
        int no,
        String id,
        String householdId,
        Appliance appliance,
        @Nullable String room,
        Instant installedAt,
        @Nullable Instant firstReportAt,
        @Nullable Instant lastReportAt,
        @Nullable Double lastPowerW,
        @Nullable Double lastIlluminanceLux,
        @Nullable Instant lastActivityAt,
        @Nullable String lastActivity,
        @Nullable Double intervalS,
        @Nullable Integer intervalSetS,
        @Nullable Double skewS,
        @Nullable String hint,
        @Nullable Instant hintAt) {

    /** How often it is expected to report: as set, or as learned; null when neither is known. */
    public @Nullable Duration interval() {
        if (intervalSetS != null) {
            return Duration.ofSeconds(intervalSetS);
        }
        return intervalS == null ? null : Duration.ofMillis(Math.round(intervalS * 1000));
    }

    public @Nullable Duration skew() {
        return skewS == null ? null : Duration.ofMillis(Math.round(skewS * 1000));
    }

    /**
     * Whether its being quiet says anything: what hangs on it is switched by people, or it has shown a person all the same (by the light in its
     * room).
     */
    public boolean canShowPerson() {
        return lastActivityAt != null || Witness.byPower(appliance);
    }

    public SignalState state(Duration offlineAfter, Instant now) {
        return SignalState.of(lastReportAt, lastActivityAt, offlineAfter, now);
    }
}
