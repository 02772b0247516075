package anbu.telemetry;

import anbu.telemetry.activity.Sample;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one device measured at one moment; null is "not measured", never 0. {@code ownTime}: the device said when. */
record Reading(
        int deviceNo,
        Instant measuredAt,
        boolean ownTime,
        @Nullable Double powerW,
        @Nullable Double illuminanceLux,
        @Nullable Double energyWh,
        @Nullable Long seq,
        Instant receivedAt) {
    Reading measuredAt(Instant moment) {
        return new Reading(deviceNo, moment, ownTime, powerW, illuminanceLux, energyWh, seq, receivedAt);
    }

    Sample sample() {
        return new Sample(measuredAt, powerW, illuminanceLux);
    }
}
