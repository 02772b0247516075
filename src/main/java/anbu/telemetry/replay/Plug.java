package anbu.telemetry.replay;

import anbu.households.Appliance;
import anbu.telemetry.activity.DeviceDays;
import anbu.telemetry.activity.Profile;
import anbu.telemetry.activity.Sample;
import anbu.telemetry.activity.Span;
import anbu.telemetry.activity.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One device of the file. */
final class Plug {
    private final DeviceDays days;
    private final Map<LocalDate, List<Sample>> waiting = new HashMap<>();
    private final List<Step> unjoined = new ArrayList<>();
    private LocalDate last = LocalDate.MIN;
    private int intervalSeconds;

    Plug(Appliance appliance, ZoneId zone) {
        this.days = new DeviceDays(appliance, zone);
    }

    void take(LocalDate day, Sample sample) {
        waiting.computeIfAbsent(day, d -> new ArrayList<>()).add(sample);
    }

    /** The steps of the day, whose reports are added; of two samples of one moment the first counts, as in live intake. */
    List<Step> judge(LocalDate day, Collection<Instant> reports) {
        var arrived = waiting.remove(day);
        if (arrived == null) {
            return List.of();
        }
        arrived.sort(Comparator.comparing(Sample::at));
        var samples = new ArrayList<Sample>(arrived.size());
        for (var sample : arrived) {
            if (samples.isEmpty() || samples.get(samples.size() - 1).at().isBefore(sample.at())) {
                samples.add(sample);
                reports.add(sample.at());
            }
        }
        intervalSeconds = days.profile(day).intervalSeconds();
        var steps = days.judge(day, samples);
        last = day;
        unjoined.addAll(steps);
        return steps;
    }

    /** The spans that no step from that moment on can join; each is given once. */
    List<Span> spansBefore(Instant moment) {
        var closed = new ArrayList<Span>();
        for (var span : Span.of(unjoined)) {
            if (!span.reaches(moment)) {
                closed.add(span);
            }
        }
        for (var span : closed) {
            unjoined.removeIf(
                    step -> step.measure() == span.measure() && !step.at().isAfter(span.end()));
        }
        return closed;
    }

    int intervalSeconds() {
        return intervalSeconds;
    }

    /** What is known after the last day. */
    Profile learned() {
        return days.profile(last.plusDays(anbu.telemetry.activity.Learning.LAG_DAYS));
    }
}
