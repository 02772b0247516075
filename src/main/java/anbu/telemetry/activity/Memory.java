package anbu.telemetry.activity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a detector stands between two samples, small enough to be kept with each device. It depends on the samples of the last
 * {@link Detector#HORIZON} only: a detector that starts empty that long ago ends with the same memory.
 */
public record Memory(
        @Nullable Instant powerAt,
        @Nullable Double powerW,
        @Nullable Instant lightAt,
        @Nullable Double illuminanceLux) {
    public static final Memory NONE = new Memory(null, null, null, null);
}
