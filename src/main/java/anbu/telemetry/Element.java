package anbu.telemetry;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One object {@code {"t", "power_w", "illuminance_lux", "energy_wh", "seq"}}. Missing or null is no value, never 0. */
record Element(TelemetrySettings settings) {
    private static final Instant EPOCH_OF_SENSE = Instant.parse("2020-01-01T00:00:00Z");
    /** Meters at rest waver around zero; so little below it is zero. */
    private static final double METER_NOISE_W = -1;

    private static final Pattern EPOCH_MS = Pattern.compile("-?\\d{1,18}");
    private static final Pattern DEVICE_ID = Pattern.compile("[^+#\\p{Cc}]{1,128}");

    Item.Sample named(JsonNode object, Message origin) {
        var device = object.path("device_id");
        if (!device.isTextual() || !DEVICE_ID.matcher(device.textValue()).matches()) {
            throw new BadInput(
                    Reason.BAD_PAYLOAD,
                    "device_id must be a text of 1 to 128 characters without + # or control characters.");
        }
        return sample(device.textValue(), object, origin);
    }

    Item.Sample sample(String device, JsonNode object, Message origin) {
        if (!object.isObject()) {
            throw new BadInput(Reason.BAD_PAYLOAD, "A measurement is a JSON object, not %s.".formatted(kind(object)));
        }
        var at = believed(time(object.path("t"), origin.arrivedAt()), origin.arrivedAt());
        var power = hundredths(within(METER_NOISE_W, settings.maxPowerW(), number(object, "power_w"), "power_w"));
        var light = hundredths(
                within(0, settings.maxIlluminanceLux(), number(object, "illuminance_lux"), "illuminance_lux"));
        var energy = within(0, Double.MAX_VALUE, number(object, "energy_wh"), "energy_wh");
        if (power == null && light == null && energy == null) {
            throw new BadInput(Reason.EMPTY, "None of power_w, illuminance_lux and energy_wh has a value.");
        }
        return new Item.Sample(
                origin, device, at, object.hasNonNull("t"), power, light, energy, sequence(object.path("seq")));
    }

    private Instant believed(Instant at, Instant arrivedAt) {
        if (at.isAfter(arrivedAt.plus(settings.futureTolerance()))) {
            throw new BadInput(
                    Reason.FUTURE_TIME,
                    "t is %s, later than its arrival at %s by more than %s. Is the device's clock wrong?"
                            .formatted(at, arrivedAt, settings.futureTolerance()));
        }
        if (at.isBefore(EPOCH_OF_SENSE) || at.isBefore(arrivedAt.minus(settings.oldest()))) {
            throw new BadInput(
                    Reason.ANCIENT_TIME,
                    "t is %s, too long before its arrival at %s. Maybe it is in seconds instead of milliseconds, or the clock was not set."
                            .formatted(at, arrivedAt));
        }
        return at;
    }

    private static Instant time(JsonNode t, Instant arrivedAt) {
        if (t.isMissingNode() || t.isNull()) {
            return arrivedAt.truncatedTo(ChronoUnit.MILLIS);
        }
        if (t.isNumber() && t.canConvertToExactIntegral() && t.canConvertToLong()) {
            return Instant.ofEpochMilli(t.longValue());
        }
        if (t.isTextual() && EPOCH_MS.matcher(t.textValue()).matches()) {
            return Instant.ofEpochMilli(Long.parseLong(t.textValue()));
        }
        try {
            return OffsetDateTime.parse(t.asText()).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException e) {
            throw new BadInput(
                    Reason.BAD_PAYLOAD, "t must be ISO-8601 with its offset (or Z) or whole milliseconds since 1970.");
        }
    }

    private static @Nullable Double number(JsonNode object, String name) {
        var node = object.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isNumber()) {
            throw new BadInput(Reason.BAD_PAYLOAD, "%s must be a number, not %s.".formatted(name, kind(node)));
        }
        return node.doubleValue();
    }

    private static @Nullable Double within(double least, double most, @Nullable Double value, String name) {
        if (value != null && !(value >= least && value <= most)) {
            throw new BadInput(
                    Reason.ABSURD_VALUE, "%s is %s; %s to %s is possible.".formatted(name, value, least, most));
        }
        return value;
    }

    private static @Nullable Double hundredths(@Nullable Double value) {
        return value == null ? null : Math.max(0, Math.rint(value * 100) / 100);
    }

    private static @Nullable Long sequence(JsonNode seq) {
        if (seq.isMissingNode() || seq.isNull()) {
            return null;
        }
        if (!seq.isIntegralNumber() || !seq.canConvertToLong()) {
            throw new BadInput(Reason.BAD_PAYLOAD, "seq must be a whole number, not %s.".formatted(kind(seq)));
        }
        return seq.longValue();
    }

    private static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "an array";
            case OBJECT -> "an object";
            case STRING -> "a text";
            case BOOLEAN -> "true or false";
            case NULL -> "null";
            case NUMBER -> "such a number";
            default -> "nothing";
        };
    }
}
