package anbu.telemetry;

import anbu.telemetry.dialects.Said;
import anbu.telemetry.dialects.Said.Basis;
import anbu.telemetry.dialects.Said.Values;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a message would be read.
 *
 * @param measuredAt null where only the arrival says when it was
 * @param reason why it is ignored or rejected, or what intake would make of it
 * @param samples all that the message says, in its order; the last one is the answer
 */
@JsonInclude
record Preview(
        String dialect,
        String kind,
        @Nullable String deviceId,
        @Nullable Double powerW,
        @Nullable Double illuminanceLux,
        @Nullable Double energyWh,
        @Nullable Instant measuredAt,
        @Nullable String reason,
        List<Sample> samples) {
    /** One thing it says; {@code storedAt} is the moment under which a measurement would be stored. */
    @JsonInclude
    record Sample(
            String kind,
            @Nullable String deviceId,
            @Nullable Double powerW,
            @Nullable Double illuminanceLux,
            @Nullable Double energyWh,
            @Nullable Instant measuredAt,
            @Nullable Instant storedAt,
            @Nullable String reason) {}

    static Preview of(String dialect, List<Sample> samples) {
        var last = samples.get(samples.size() - 1);
        return new Preview(
                dialect,
                last.kind(),
                last.deviceId(),
                last.powerW(),
                last.illuminanceLux(),
                last.energyWh(),
                last.measuredAt(),
                last.reason(),
                samples);
    }

    static Sample sample(Item item) {
        if (item instanceof Item.Sample s) {
            var at = s.ownTime() ? s.measuredAt() : null;
            return new Sample(
                    "measurement",
                    s.deviceId(),
                    s.powerW(),
                    s.illuminanceLux(),
                    s.energyWh(),
                    at,
                    s.measuredAt(),
                    null);
        }
        if (item instanceof Item.Hint hint) {
            return new Sample(
                    "availability",
                    hint.deviceId(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    hint.connection().name());
        }
        var bad = (Item.Bad) item;
        return new Sample("reject", null, null, null, null, null, null, bad.reason() + ": " + bad.detail());
    }

    static Sample sample(Said said, Message message, TelemetrySettings settings) {
        var at = said.moment() == null || said.moment().basis() != Basis.SAID
                ? null
                : said.moment().at();
        var values = new Values(null, null, null);
        Instant storedAt = null;
        if (said instanceof Said.Measured measured) {
            values = measured.values();
            storedAt = Translation.at(said, message);
        }
        return new Sample(
                kind(said),
                said.device(),
                values.powerW(),
                values.illuminanceLux(),
                values.energyWh(),
                at,
                storedAt,
                reason(said, message, settings));
    }

    private static String kind(Said said) {
        if (said instanceof Said.Measured) {
            return "measurement";
        }
        if (said instanceof Said.Available) {
            return "availability";
        }
        if (said instanceof Said.State) {
            return "state";
        }
        return said instanceof Said.Ignored ? "ignore" : "reject";
    }

    private static @Nullable String reason(Said said, Message message, TelemetrySettings settings) {
        if (said instanceof Said.Ignored ignored) {
            return ignored.why();
        }
        if (said instanceof Said.Rejected rejected) {
            return Translation.reason(rejected.fault()) + ": " + rejected.why();
        }
        if (said instanceof Said.Available available && available.online() != null) {
            return available.online() ? "ONLINE" : "OFFLINE";
        }
        if (!(said instanceof Said.Measured)) {
            return null;
        }
        var item = Translation.of(said, message, settings);
        if (item.isEmpty()) {
            return "Retained and without a time of its own, so it may be of any age: intake would not store it.";
        }
        return item.get() instanceof Item.Bad bad ? bad.reason() + ": " + bad.detail() : null;
    }
}
