package anbu.telemetry.activity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one plug measured at one moment, W and lx; null was not measured, never 0. */
public record Sample(
        Instant at, @Nullable Double powerW, @Nullable Double illuminanceLux) {}
