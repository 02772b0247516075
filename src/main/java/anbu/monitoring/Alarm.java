package anbu.monitoring;

import anbu.monitoring.Judge.Evidence;
import anbu.policy.Assessment;
import anbu.policy.PolicyVersion;
import anbu.policy.facts.Finding;
import anbu.policy.facts.Kind;
import anbu.telemetry.HomeSignal;
import anbu.telemetry.Telemetry;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Raises a concern where none is open, or its level where it became more serious. */
@Component
class Alarm {
    private static final Duration USUAL_DAYS = Duration.ofDays(28);

    private final Concerns concerns;
    private final Telemetry telemetry;
    private final ApplicationEventPublisher events;

    Alarm(Concerns concerns, Telemetry telemetry, ApplicationEventPublisher events) {
        this.concerns = concerns;
        this.telemetry = telemetry;
        this.events = events;
    }

    void weigh(Kind kind, PolicyVersion policy, Assessment assessment, Evidence evidence) {
        var opensFrom = policy.table().opensCaseFrom().get(kind);
        var finding = assessment.decisive(kind).orElse(null);
        if (finding == null || opensFrom == null || finding.level().compareTo(opensFrom) < 0) {
            return;
        }
        var open = evidence.concern(kind).orElse(null);
        if (open == null) {
            raise(finding, assessment, evidence);
        } else if (finding.level().compareTo(open.level()) > 0) {
            raiseLevel(open, finding, assessment.at());
        }
    }

    private void raise(Finding finding, Assessment assessment, Evidence evidence) {
        var signal = evidence.signal();
        var score = evidence.score();
        var concern = Concern.raised(signal.householdId(), finding.kind(), finding.level(), assessment.at());
        concerns.add(concern);
        events.publishEvent(new ConcernEvent.Raised(
                concern.id(),
                concern.householdId(),
                finding.kind().name(),
                finding.level().name(),
                concern.raisedAt(),
                assessment.policyVersion(),
                finding.rule(),
                finding.basis().name(),
                finding.limitHours(),
                finding.from(),
                evidence.group().name(),
                signal.lastActivityAt(),
                signal.lastActivity(),
                signal.lastReportAt(),
                usualHours(signal),
                score == null ? null : score.value(),
                score == null ? null : score.modelVersion()));
    }

    private void raiseLevel(Concern open, Finding finding, Instant at) {
        if (!concerns.raiseLevel(open.raisedTo(finding.level(), at))) {
            return;
        }
        events.publishEvent(new ConcernEvent.LevelRaised(
                open.id(),
                open.householdId(),
                finding.level().name(),
                finding.rule(),
                finding.basis().name(),
                finding.limitHours(),
                finding.from()));
    }

    /** The longest time between two activities in the weeks before the last one, in hours; null when fewer than two are known. */
    private @Nullable Double usualHours(HomeSignal signal) {
        var last = signal.lastActivityAt();
        if (last == null) {
            return null;
        }
        return telemetry
                .longestGap(signal.householdId(), last.minus(USUAL_DAYS), last)
                .filter(gap -> !gap.isZero())
                .map(gap -> gap.toMillis() / 3_600_000.0)
                .orElse(null);
    }
}
