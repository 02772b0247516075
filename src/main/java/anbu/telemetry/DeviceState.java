package anbu.telemetry;

import anbu.telemetry.activity.Memory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one device now, by event time; nulls until it reports.
 *
 * @param lastActivityAt end of the newest activity
 * @param memory how the detector stands after {@code lastMeasuredAt}, as JSON
 * @param sketchedTo the last day whose sketch is made
 * @param sketchVersion grows when sketches of past days are forgotten
 * @param lastSeq the device's own number of its newest message
 */
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
        @Nullable String lastActivity,
        @Nullable String memory,
        @Nullable LocalDate sketchedTo,
        int sketchVersion,
        @Nullable Long lastSeq) {

    /** True where nothing known is newer, so that this can only continue what is known. */
    boolean precedes(Instant moment) {
        return lastMeasuredAt == null || lastMeasuredAt.isBefore(moment);
    }

    /** With these readings known too, in order of time, wherever in time they lie. */
    DeviceState knowing(List<Reading> readings) {
        var known = new Newest(this);
        readings.forEach(known::add);
        return known.state(Numbering.of(this, readings).last());
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
                description,
                memory,
                sketchedTo,
                sketchVersion,
                lastSeq);
    }

    DeviceState remembering(Memory now) {
        return learned(now.toJson(), sketchedTo, sketchVersion);
    }

    DeviceState sketched(LocalDate to) {
        return learned(memory, to, sketchVersion);
    }

    /** What was sketched of this day and those after it holds no longer. */
    DeviceState forgettingFrom(LocalDate day) {
        return learned(memory, day.minusDays(1), sketchVersion + 1);
    }

    private DeviceState learned(@Nullable String now, @Nullable LocalDate to, int version) {
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
                lastActivityAt,
                lastActivity,
                now,
                to,
                version,
                lastSeq);
    }

    /** The ends and newest values while readings are added. */
    private static final class Newest {
        private final DeviceState before;
        private @Nullable Instant first;
        private @Nullable Instant last;
        private @Nullable Instant received;
        private @Nullable Reading power;
        private @Nullable Reading light;

        Newest(DeviceState before) {
            this.before = before;
            this.first = before.firstMeasuredAt;
            this.last = before.lastMeasuredAt;
            this.received = before.lastReceivedAt;
        }

        void add(Reading reading) {
            var at = reading.measuredAt();
            first = first == null || at.isBefore(first) ? at : first;
            last = last == null || last.isBefore(at) ? at : last;
            received = received == null || received.isBefore(reading.receivedAt()) ? reading.receivedAt() : received;
            if (reading.powerW() != null && isNewer(at, power, before.lastPowerAt)) {
                power = reading;
            }
            if (reading.illuminanceLux() != null && isNewer(at, light, before.lastIlluminanceAt)) {
                light = reading;
            }
        }

        private static boolean isNewer(Instant at, @Nullable Reading added, @Nullable Instant known) {
            var newest = added == null ? known : added.measuredAt();
            return newest == null || newest.isBefore(at);
        }

        DeviceState state(@Nullable Long seq) {
            return new DeviceState(
                    before.deviceNo,
                    before.householdId,
                    first,
                    last,
                    received,
                    power == null ? before.lastPowerW : power.powerW(),
                    power == null ? before.lastPowerAt : power.measuredAt(),
                    light == null ? before.lastIlluminanceLux : light.illuminanceLux(),
                    light == null ? before.lastIlluminanceAt : light.measuredAt(),
                    before.lastActivityAt,
                    before.lastActivity,
                    before.memory,
                    before.sketchedTo,
                    before.sketchVersion,
                    seq);
        }
    }
}
