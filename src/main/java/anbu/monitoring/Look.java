package anbu.monitoring;

import anbu.policy.Assessment;
import anbu.policy.facts.Basis;
import anbu.policy.facts.Finding;
import anbu.policy.facts.Kind;
import anbu.policy.facts.Level;
import anbu.telemetry.HomeSignal;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** What was seen at one look at a home, and when the next is due. */
record Look(
        String householdId,
        Instant lookedAt,
        Instant lookAt,
        Level level,
        @Nullable Kind kind,
        @Nullable Basis basis,
        @Nullable Instant levelFrom,
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
        var finding = assessment.holding().stream()
                .filter(each -> each.level() == level)
                .min(Comparator.comparing(Finding::kind).thenComparing(Finding::from))
                .orElse(null);
        var next = assessment.next().orElse(null);
        // while plugs report, the nearest moment is always their silence: what is worth telling is the quiet that comes
        var comes = assessment.next(Kind.WELLBEING).orElse(next);
        return new Look(
                signal.householdId(),
                assessment.at(),
                next == null ? latest : next.from(),
                level,
                finding == null ? null : finding.kind(),
                finding == null ? null : finding.basis(),
                finding == null ? null : finding.from(),
                comes == null ? null : comes.level(),
                comes == null ? null : comes.kind(),
                comes == null ? null : comes.from(),
                comes == null ? null : comes.limitHours(),
                signal.lastActivityAt(),
                signal.lastReportAt(),
                assessment.policyVersion());
    }
}
