package anbu.monitoring;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What monitoring tells casework, in the transaction of the judgement. */
public sealed interface ConcernEvent {
    UUID concernId();

    String householdId();

    /**
     * A home needs attention and had no open concern of this kind. Everything that explains it is pinned here.
     *
     * @param kind WELLBEING or DEVICE
     * @param level ATTENTION, DANGER or CRITICAL
     * @param basis what the limit's hours are counted from: UNCHANGED, SILENT, NEVER_SEEN, UNRESOLVED
     * @param breachedAt the moment at which the limit was reached, maybe long before {@code raisedAt}
     * @param lastActivity as in {@link anbu.telemetry.HomeSignal}
     * @param usualHours longest quiet span of the last 28 days before this one, null when unknown
     */
    record Raised(
            UUID concernId,
            String householdId,
            String kind,
            String level,
            Instant raisedAt,
            int policyVersion,
            String rule,
            String basis,
            double limitHours,
            Instant breachedAt,
            String riskGroup,
            @Nullable Instant lastActivityAt,
            @Nullable String lastActivity,
            @Nullable Instant lastReportAt,
            @Nullable Double usualHours,
            @Nullable Double score,
            @Nullable Integer modelVersion)
            implements ConcernEvent {}

    /** An open concern became more serious. */
    record LevelRaised(
            UUID concernId,
            String householdId,
            String level,
            String rule,
            String basis,
            double limitHours,
            Instant breachedAt)
            implements ConcernEvent {}

    /** A person's activity was seen in a home with an open concern: a hint, never an all-clear. {@code activityAt} may lie before the concern was raised. */
    record ActivityAfter(UUID concernId, String householdId, Instant activityAt) implements ConcernEvent {}

    /** A home with an open device concern reports again. */
    record ReportsAgain(UUID concernId, String householdId) implements ConcernEvent {}
}
