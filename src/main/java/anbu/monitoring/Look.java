package anbu.monitoring;

import anbu.policy.Assessment;
import anbu.policy.facts.Finding;
import anbu.policy.facts.Kind;
import anbu.policy.facts.Level;
import anbu.telemetry.HomeSignal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was seen at one look at a home, and when the next is due. */
record Look(
        String householdId,
        Instant lookedAt,
        Instant lookAt,
        Level level,
        @Nullable Kind kind,
        @Nullable Level nextLevel,
        @Nullable Kind nextKind,
        @Nullable Instant nextAt,
        @Nullable Double nextLimitHours,
        @Nullable Instant lastActivityAt,
        @Nullable Instant lastReportAt,
        int policyVersion) {

    /** Re-armed for the next moment at which a rule changes its answer, or for {@code latest} when none ever will. */
    static Look of(HomeSignal signal, Assessment assessment, Instant latest) {
        var level = assessment.level();
        var kind = assessment.holding().stream()
                .filter(finding -> finding.level() == level)
                .map(Finding::kind)
                .min(Kind::compareTo)
                .orElse(null);
        var next = assessment.next().orElse(null);
        // while plugs report, the nearest moment is always their silence: what is worth telling is the quiet that comes
        var comes = assessment.next(Kind.WELLBEING).orElse(next);
        return new Look(
                signal.householdId(),
                assessment.at(),
                next == null ? latest : next.from(),
                level,
                kind,
                comes == null ? null : comes.level(),
                comes == null ? null : comes.kind(),
                comes == null ? null : comes.from(),
                comes == null ? null : comes.limitHours(),
                signal.lastActivityAt(),
                signal.lastReportAt(),
                assessment.policyVersion());
    }
}
