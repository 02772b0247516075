package anbu.monitoring;

import anbu.households.RiskGroup;
import anbu.policy.facts.Group;
import anbu.policy.facts.Kind;
import anbu.policy.facts.Level;
import anbu.policy.facts.Situation;
import anbu.telemetry.HomeSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what is known about a home into the fact that rules judge. */
final class Situations {
    private Situations() {}

    static Situation of(
            Deadline home,
            HomeSignal signal,
            RiskGroup group,
            List<Concern> open,
            Instant now,
            Duration reportsSpeakFor) {
        var lastReport = signal.lastReportAt();
        var seen = signal.lastActivityAt() == null ? signal.firstReportAt() : signal.lastActivityAt();
        return new Situation(
                Group.valueOf(group.name()),
                now,
                seen == null ? null : later(seen, home.restartedAt()),
                lastReport,
                lastReport == null ? null : later(lastReport, home.restartedAt()),
                lastReport != null && !lastReport.plus(reportsSpeakFor).isBefore(now),
                later(home.watchedSince(), home.restartedAt()),
                dangerSince(open),
                null,
                null,
                List.of());
    }

    private static Instant later(Instant moment, @Nullable Instant restartedAt) {
        return restartedAt != null && restartedAt.isAfter(moment) ? restartedAt : moment;
    }

    private static @Nullable Instant dangerSince(List<Concern> open) {
        return open.stream()
                .filter(concern -> concern.kind() == Kind.WELLBEING && concern.level() == Level.DANGER)
                .map(Concern::levelSince)
                .findFirst()
                .orElse(null);
    }
}
