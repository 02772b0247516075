package anbu.telemetry;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** What intake noticed, told in the transaction that stored the batch. */
public sealed interface TelemetryEvent {
    /** Homes whose devices report for the first time, or again after {@code anbu.telemetry.resumed-after} without reports, or whose history is being filled with old readings: look at them soon. */
    record Resumed(Set<String> householdIds) implements TelemetryEvent {}

    /** Homes that were reporting all the while, and one of whose devices reports again after {@code anbu.telemetry.resumed-after} without, or for the first time. */
    record DeviceResumed(Set<String> householdIds) implements TelemetryEvent {}

    /** Homes in which a newer activity was seen than known before, with its event time. */
    record ActivitySeen(Map<String, Instant> lastActivityAt) implements TelemetryEvent {}
}
