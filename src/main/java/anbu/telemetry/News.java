package anbu.telemetry;

import anbu.telemetry.DeviceStates.Newest;
import anbu.telemetry.Evidence.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a stored batch means for the homes in it. Homes are in order of their ids, so that listeners lock them in one order. */
record News(Map<String, Newest> known, Duration resumedAfter) {

    Stream<TelemetryEvent> of(List<Change> changes) {
        return Stream.of(resumed(changes), deviceResumed(changes), active(changes))
                .flatMap(Optional::stream);
    }

    private Optional<TelemetryEvent> resumed(List<Change> changes) {
        var homes = new TreeSet<String>();
        for (var change : changes) {
            if (isResumption(change)) {
                homes.add(change.device().householdId());
            }
        }
        return homes.isEmpty() ? Optional.empty() : Optional.of(new TelemetryEvent.Resumed(homes));
    }

    /** The home was silent until this came, or this changes its past. Readings of two plugs that cross on their way are neither. */
    private boolean isResumption(Change change) {
        var newest = known.get(change.device().householdId());
        var reportAt = newest == null ? null : newest.reportAt();
        if (reportAt == null || !change.before().precedes(change.added().get(0).measuredAt())) {
            return true;
        }
        return change.added().stream().anyMatch(r -> r.measuredAt().isBefore(reportAt.minus(resumedAfter)))
                || change.added().stream()
                        .map(Reading::measuredAt)
                        .filter(at -> at.isAfter(reportAt))
                        .findFirst()
                        .filter(at -> !at.isBefore(reportAt.plus(resumedAfter)))
                        .isPresent();
    }

    private Optional<TelemetryEvent> deviceResumed(List<Change> changes) {
        var homes = new TreeSet<String>();
        for (var change : changes) {
            var last = change.before().lastMeasuredAt();
            var first = change.added().get(0).measuredAt();
            if (last == null || !first.isBefore(last.plus(resumedAfter))) {
                homes.add(change.device().householdId());
            }
        }
        changes.stream()
                .filter(this::isResumption)
                .forEach(change -> homes.remove(change.device().householdId()));
        return homes.isEmpty() ? Optional.empty() : Optional.of(new TelemetryEvent.DeviceResumed(homes));
    }

    private Optional<TelemetryEvent> active(List<Change> changes) {
        var homes = new TreeMap<String, Instant>();
        for (var change : changes) {
            var at = change.after().lastActivityAt();
            if (at != null && isAfter(at, knownActivity(change.device().householdId()))) {
                homes.merge(change.device().householdId(), at, (a, b) -> a.isAfter(b) ? a : b);
            }
        }
        return homes.isEmpty() ? Optional.empty() : Optional.of(new TelemetryEvent.ActivitySeen(homes));
    }

    private @Nullable Instant knownActivity(String home) {
        var newest = known.get(home);
        return newest == null ? null : newest.activityAt();
    }

    private static boolean isAfter(Instant at, @Nullable Instant other) {
        return other == null || at.isAfter(other);
    }
}
