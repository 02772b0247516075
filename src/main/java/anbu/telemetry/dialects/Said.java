package anbu.telemetry.dialects;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One thing that a message says. {@code device} null where it is about none; {@code moment} null where only the arrival is known. */
public sealed interface Said {
    @Nullable String device();

    @Nullable Moment moment();

    /** Values of one moment; the device is named. */
    record Measured(String device, @Nullable Moment moment, Values values) implements Said {}

    /** The device, or somebody for it, says whether it can be reached; null where that is not said. */
    record Available(
            String device,
            @Nullable Moment moment,
            @Nullable Boolean online) implements Said {}

    /** A switch's position or the like, without a value that we keep. */
    record State(String device, @Nullable Moment moment) implements Said {}

    /** Valid, but no telemetry. */
    record Ignored(@Nullable String device, @Nullable Moment moment, String why) implements Said {}

    /** It cannot be used and must not be stored as a reading. */
    record Rejected(Fault fault, String why) implements Said {
        @Override
        public @Nullable String device() {
            return null;
        }

        @Override
        public @Nullable Moment moment() {
            return null;
        }
    }

    /** What the other side expects to hear back. */
    @SuppressWarnings("ArrayRecordComponent") // raw bytes, never compared
    record Asked(String topic, byte[] payload) implements Said {
        @Override
        public @Nullable String device() {
            return null;
        }

        @Override
        public @Nullable Moment moment() {
            return null;
        }
    }

    /** When it was, and how that is known. */
    record Moment(Instant at, Basis basis) {}

    /** How a moment is known. */
    enum Basis {
        /** The message says it. */
        SAID,
        /** The message says how long before its arrival. */
        BEFORE_ARRIVAL
    }

    /** W, lx and cumulative Wh; null is unknown, never 0. */
    record Values(
            @Nullable Double powerW,
            @Nullable Double illuminanceLux,
            @Nullable Double energyWh) {}

    /** What is wrong with a message. */
    enum Fault {
        TOPIC,
        TOO_LARGE,
        PAYLOAD,
        VALUE,
        ALIAS
    }
}
