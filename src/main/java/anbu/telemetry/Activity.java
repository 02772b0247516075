package anbu.telemetry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A span in which a person did something at one device; {@code endAt} equals {@code startAt} for a single step. Values in W or lx. */
public record Activity(
        int deviceNo,
        Instant startAt,
        Instant endAt,
        Source source,
        @Nullable Float beforeValue,
        @Nullable Float afterValue) {
    /** Which measure showed it. */
    public enum Source {
        POWER,
        LIGHT
    }
}
