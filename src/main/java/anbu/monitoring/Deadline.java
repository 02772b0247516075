package anbu.monitoring;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When to look at a home next, and since when its clocks run. */
record Deadline(
        String householdId,
        Instant lookAt,
        Instant watchedSince,
        @Nullable Instant restartedAt) {}
