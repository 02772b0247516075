package anbu.monitoring;

import anbu.platform.Refused;
import anbu.policy.facts.Kind;
import anbu.policy.facts.Level;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something about a home that a case is open for. At most one is open per home and kind. */
record Concern(
        UUID id,
        String householdId,
        Kind kind,
        Level level,
        Instant raisedAt,
        Instant levelSince,
        @Nullable Instant activityAfter,
        @Nullable Instant settledAt,
        @Nullable Boolean trueAlarm) {

    static Concern raised(String householdId, Kind kind, Level level, Instant at) {
        return new Concern(UUID.randomUUID(), householdId, kind, level, at, at, null, null, null);
    }

    Concern raisedTo(Level higher, Instant at) {
        requireOpen();
        if (higher.compareTo(level) <= 0) {
            throw new Refused("Concern %s is at %s and cannot be raised to %s.".formatted(id, level, higher));
        }
        return new Concern(id, householdId, kind, higher, raisedAt, at, activityAfter, null, null);
    }

    Concern withActivityAfter(Instant activityAt) {
        requireOpen();
        return new Concern(id, householdId, kind, level, raisedAt, levelSince, activityAt, null, null);
    }

    Concern settled(boolean trueAlarm, Instant at) {
        requireOpen();
        return new Concern(id, householdId, kind, level, raisedAt, levelSince, activityAfter, at, trueAlarm);
    }

    private void requireOpen() {
        if (settledAt != null) {
            throw new Refused("Concern %s was settled at %s.".formatted(id, settledAt));
        }
    }
}
