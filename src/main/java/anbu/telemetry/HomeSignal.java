package anbu.telemetry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the plugs of one home say, by event time.
 *
 * @param firstReportAt oldest known report of any of its devices; null when none ever reported
 * @param lastReportAt newest report of any device
 * @param lastActivityAt newest activity of a person on any device; null when none was seen
 * @param lastActivity what that was, as JSON {"device": id, "appliance": .., "source": "POWER|LIGHT", "before": n, "after": n}
 */
public record HomeSignal(
        String householdId,
        @Nullable Instant firstReportAt,
        @Nullable Instant lastReportAt,
        @Nullable Instant lastActivityAt,
        @Nullable String lastActivity) {}
