package anbu.telemetry;

import anbu.telemetry.ActivityRule.Point;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of one device now, by event time; nulls until it reports. */
record DeviceState(
        int deviceNo,
        String householdId,
        @Nullable Instant firstMeasuredAt,
        @Nullable Instant lastMeasuredAt,
        @Nullable Instant lastReceivedAt,
        @Nullable Double lastPowerW,
        @Nullable Instant lastPowerAt,
        @Nullable Double lastIlluminanceLux,
        @Nullable Instant lastIlluminanceAt,
        @Nullable Instant lastActivityAt,
        @Nullable String lastActivity) {

    /** True where nothing known is newer, so that this can only continue what is known. */
    boolean precedes(Instant moment) {
        return lastMeasuredAt == null || lastMeasuredAt.isBefore(moment);
    }

    /** The newest value of a measure. */
    Optional<Point> last(Activity.Source source) {
        var at = source == Activity.Source.POWER ? lastPowerAt : lastIlluminanceAt;
        var value = source == Activity.Source.POWER ? lastPowerW : lastIlluminanceLux;
        return at == null || value == null ? Optional.empty() : Optional.of(new Point(at, value));
    }

    /** With these readings known too, in order of time, wherever in time they lie. */
    DeviceState knowing(List<Reading> readings) {
        var state = this;
        for (var reading : readings) {
            state = state.knowing(reading);
        }
        return state;
    }

    private DeviceState knowing(Reading reading) {
        var at = reading.measuredAt();
        var power = reading.powerW() != null && (lastPowerAt == null || lastPowerAt.isBefore(at));
        var light = reading.illuminanceLux() != null && (lastIlluminanceAt == null || lastIlluminanceAt.isBefore(at));
        return new DeviceState(
                deviceNo,
                householdId,
                firstMeasuredAt == null || at.isBefore(firstMeasuredAt) ? at : firstMeasuredAt,
                later(lastMeasuredAt, at),
                later(lastReceivedAt, reading.receivedAt()),
                power ? reading.powerW() : lastPowerW,
                power ? at : lastPowerAt,
                light ? reading.illuminanceLux() : lastIlluminanceLux,
                light ? at : lastIlluminanceAt,
                lastActivityAt,
                lastActivity);
    }

    DeviceState lastActive(@Nullable Instant at, @Nullable String description) {
        return new DeviceState(
                deviceNo,
                householdId,
                firstMeasuredAt,
                lastMeasuredAt,
                lastReceivedAt,
                lastPowerW,
                lastPowerAt,
                lastIlluminanceLux,
                lastIlluminanceAt,
                at,
                description);
    }

    private static Instant later(@Nullable Instant known, Instant moment) {
        return known == null || known.isBefore(moment) ? moment : known;
    }
}
