package anbu.telemetry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One thing a message says, with the message (or the part of it) that says it. */
sealed interface Item {
    Message origin();

    /**
     * Something was measured. Power in W and light in lx, to a hundredth; energy in Wh. {@code ownTime} is whether the device said when;
     * otherwise it was when it arrived.
     */
    record Sample(
            Message origin,
            String deviceId,
            Instant measuredAt,
            boolean ownTime,
            @Nullable Double powerW,
            @Nullable Double illuminanceLux,
            @Nullable Double energyWh,
            @Nullable Long seq)
            implements Item {
        Reading of(int deviceNo) {
            return new Reading(
                    deviceNo, measuredAt, ownTime, powerW, illuminanceLux, energyWh, seq, origin.arrivedAt());
        }
    }

    /** The device, or the broker for it, says whether it is connected. */
    record Hint(Message origin, String deviceId, Connection connection) implements Item {}

    /** It cannot be used, and why; with the device it names, where that much was understood. */
    record Bad(
            Message origin,
            Reason reason,
            String detail,
            @Nullable String deviceId) implements Item {
        Bad(Message origin, Reason reason, String detail) {
            this(origin, reason, detail, null);
        }
    }

    /** As in the payload of a status message. */
    enum Connection {
        ONLINE,
        OFFLINE
    }
}
