package anbu.telemetry;

import anbu.telemetry.Item.Connection;
import anbu.telemetry.dialects.Said;
import anbu.telemetry.dialects.Said.Available;
import anbu.telemetry.dialects.Said.Fault;
import anbu.telemetry.dialects.Said.Measured;
import anbu.telemetry.dialects.Said.Rejected;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a dialect said, as what intake files. */
final class Translation {
    private Translation() {}

    /** Empty for what is valid and brings no news. */
    static Optional<Item> of(Said said, Message message, TelemetrySettings settings) {
        if (said instanceof Measured measured) {
            return measured(measured, message, settings);
        }
        if (said instanceof Available available && available.online() != null && !message.retained()) {
            var connection = available.online() ? Connection.ONLINE : Connection.OFFLINE;
            return Optional.of(new Item.Hint(message, available.device(), connection));
        }
        if (said instanceof Rejected rejected) {
            var limit = (int) settings.maxPayload().toBytes();
            return Optional.of(new Item.Bad(message.cut(limit), reason(rejected.fault()), rejected.why()));
        }
        return Optional.empty();
    }

    /** A retained value without a time of its own may be of any age, so it is no reading. */
    private static Optional<Item> measured(Measured measured, Message message, TelemetrySettings settings) {
        if (measured.moment() == null && message.retained()) {
            return Optional.empty();
        }
        var values = measured.values();
        var at = at(measured, message);
        var oldest = message.arrivedAt().minus(settings.oldest());
        if (at.isBefore(oldest)) {
            var why = "Its time is %s, too long before its arrival at %s.".formatted(at, message.arrivedAt());
            return Optional.of(new Item.Bad(message, Reason.ANCIENT_TIME, why));
        }
        return Optional.of(new Item.Sample(
                message,
                measured.device(),
                at,
                measured.moment() != null,
                values.powerW(),
                values.illuminanceLux(),
                values.energyWh(),
                null));
    }

    /** When it is stored: the device's own time, or its arrival. */
    static Instant at(Said said, Message message) {
        Said.@Nullable Moment moment = said.moment();
        return moment == null ? message.arrivedAt().truncatedTo(ChronoUnit.MILLIS) : moment.at();
    }

    static Reason reason(Fault fault) {
        return switch (fault) {
            case TOPIC -> Reason.WRONG_TOPIC;
            case TOO_LARGE -> Reason.TOO_LARGE;
            case PAYLOAD -> Reason.BAD_PAYLOAD;
            case VALUE -> Reason.ABSURD_VALUE;
            case ALIAS -> Reason.UNKNOWN_ALIAS;
        };
    }
}
