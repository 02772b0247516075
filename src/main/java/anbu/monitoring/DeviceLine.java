package anbu.monitoring;

import anbu.telemetry.DeviceSignal;
import anbu.telemetry.Ladder;
import anbu.telemetry.SignalState;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One device as pages and machines read it.
 *
 * @param skewed its clock is further off than allowed
 */
record DeviceLine(DeviceSignal device, SignalState state, Ladder.Rung rung, boolean skewed, Instant now) {
    static DeviceLine of(DeviceSignal device, Ladder ladder, boolean skewed, Instant now) {
        return new DeviceLine(
                device,
                device.state(ladder.offlineAfter(), now),
                ladder.rung(device.lastReportAt(), device.interval(), now),
                skewed,
                now);
    }

    /** It said goodbye after its last report: it may have been switched off. */
    public boolean saidGoodbye() {
        var at = device.hintAt();
        var last = device.lastReportAt();
        return "OFFLINE".equals(device.hint()) && at != null && (last == null || at.isAfter(last));
    }

    /** Whether somebody should look after it. */
    public boolean needsAttention() {
        return rung != Ladder.Rung.ON_TIME || skewed;
    }

    public @Nullable Duration sinceReport() {
        var last = device.lastReportAt();
        return last == null ? null : later(Duration.between(last, now));
    }

    /** How far its clock is off, without the sign. */
    public @Nullable Duration off() {
        var skew = device.skew();
        return skew == null ? null : skew.abs();
    }

    public boolean ahead() {
        var skew = device.skew();
        return skew != null && skew.isNegative();
    }

    private static Duration later(Duration span) {
        return span.isNegative() ? Duration.ZERO : span;
    }
}
