package anbu.monitoring;

import anbu.households.RiskGroup;
import anbu.monitoring.Senses.Sensed;
import anbu.policy.facts.Group;
import anbu.policy.facts.Kind;
import anbu.policy.facts.Level;
import anbu.policy.facts.Situation;
import anbu.policy.facts.Use;
import anbu.telemetry.DeviceSignal;
import anbu.telemetry.HomeUse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns what is known about a home into the fact that rules judge. */
final class Situations {
    private Situations() {}

    static Situation of(
            Deadline home, Sensed sensed, RiskGroup group, List<Concern> open, Instant now, Duration reportsSpeakFor) {
        var signal = sensed.signal();
        var lastReport = signal.lastReportAt();
        var seen = signal.lastActivityAt() == null ? signal.firstReportAt() : signal.lastActivityAt();
        var restarted = home.restartedAt();
        return new Situation(
                Group.valueOf(group.name()),
                now,
                seen == null ? null : later(seen, restarted),
                lastReport,
                lastReport == null ? null : later(lastReport, restarted),
                lastReport != null && lastReport.plus(reportsSpeakFor).isAfter(now),
                later(home.watchedSince(), restarted),
                dangerSince(open),
                deviceSilentSince(sensed.devices(), restarted),
                sensed.use().constantOnSince() == null
                        ? null
                        : later(sensed.use().constantOnSince(), restarted),
                uses(sensed.use()));
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

    /** A device that never reported is silent since it was installed. */
    private static @Nullable Instant deviceSilentSince(List<DeviceSignal> devices, @Nullable Instant restartedAt) {
        if (devices.size() < 2) {
            return null;
        }
        return devices.stream()
                .map(device -> device.lastReportAt() == null ? device.installedAt() : device.lastReportAt())
                .min(Instant::compareTo)
                .map(since -> later(since, restartedAt))
                .orElse(null);
    }

    private static List<Use> uses(HomeUse use) {
        return use.spans().stream().flatMap(Situations::known).toList();
    }

    private static Stream<Use> known(HomeUse.Span span) {
        var share = span.share();
        return share == null ? Stream.of() : Stream.of(new Use(span.hours(), share, span.until()));
    }
}
