package anbu.casework;

import anbu.monitoring.ConcernEvent;
import anbu.platform.Refused;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One concern about one household, from alarm to outcome. What explains it is pinned as it was when it was raised. */
public record CaseFile(
        String no,
        UUID concernId,
        String householdId,
        String kind,
        String level,
        CaseStatus status,
        Instant openedAt,
        String ownerTeam,
        String ruleName,
        String basis,
        double limitHours,
        Instant breachedAt,
        String riskGroup,
        @Nullable Instant lastActivityAt,
        @Nullable String lastActivity,
        @Nullable Instant lastReportAt,
        @Nullable Double usualHours,
        @Nullable Double score,
        @Nullable Integer modelVersion,
        int policyVersion,
        @Nullable Outcome outcome,
        @Nullable Cause cause,
        @Nullable String closingNote,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        int version) {

    /** A new file for a concern, with everything pinned that explains it. */
    static CaseFile opened(String no, ConcernEvent.Raised concern, String ownerTeam) {
        return new CaseFile(
                no,
                concern.concernId(),
                concern.householdId(),
                concern.kind(),
                concern.level(),
                CaseStatus.OPEN,
                concern.raisedAt(),
                ownerTeam,
                concern.rule(),
                concern.basis(),
                concern.limitHours(),
                concern.breachedAt(),
                concern.riskGroup(),
                concern.lastActivityAt(),
                concern.lastActivity(),
                concern.lastReportAt(),
                concern.usualHours(),
                concern.score(),
                concern.modelVersion(),
                concern.policyVersion(),
                null,
                null,
                null,
                null,
                null,
                1);
    }

    CaseFile raisedTo(String level) {
        requireOpen();
        return with(level, status, new Closing(outcome, cause, closingNote, closedAt, closedBy));
    }

    CaseFile closed(Outcome outcome, Cause cause, @Nullable String note, Instant at, String by) {
        requireOpen();
        return with(level, CaseStatus.CLOSED, new Closing(outcome, cause, note, at, by));
    }

    /** How a case ended; all empty while it is open. */
    private record Closing(
            @Nullable Outcome outcome,
            @Nullable Cause cause,
            @Nullable String note,
            @Nullable Instant at,
            @Nullable String by) {}

    private CaseFile with(String level, CaseStatus status, Closing end) {
        return new CaseFile(
                no,
                concernId,
                householdId,
                kind,
                level,
                status,
                openedAt,
                ownerTeam,
                ruleName,
                basis,
                limitHours,
                breachedAt,
                riskGroup,
                lastActivityAt,
                lastActivity,
                lastReportAt,
                usualHours,
                score,
                modelVersion,
                policyVersion,
                end.outcome(),
                end.cause(),
                end.note(),
                end.at(),
                end.by(),
                version);
    }

    private void requireOpen() {
        if (status != CaseStatus.OPEN) {
            throw new Refused(
                    "Case %s was closed at %s by %s; it can no longer be changed.".formatted(no, closedAt, closedBy));
        }
    }
}
