package anbu.monitoring;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import anbu.policy.facts.Kind;
import anbu.risk.Example;
import anbu.risk.Features;
import anbu.risk.Risk;
import anbu.risk.RiskModel;
import anbu.telemetry.Telemetry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Trains the model on settled concerns and scores the watched homes. */
@Component
class Learning {
    private static final Duration STEP = Duration.ofHours(12);
    private static final Duration AHEAD = Duration.ofHours(24);
    private static final int PAGE = 500;

    private final Telemetry telemetry;
    private final Risk risk;
    private final FeatureMaker maker;
    private final Past past;

    Learning(Telemetry telemetry, Risk risk, FeatureMaker maker, Past past) {
        this.telemetry = telemetry;
        this.risk = risk;
        this.maker = maker;
        this.past = past;
    }

    /** Trains on the given span: every twelve hours of every home, labeled by whether a concern of the following day proved true. */
    RiskModel train(Instant from, Instant to) {
        var examples = new ArrayList<Example>();
        for (var page = past.page(""); !page.isEmpty(); page = past.page(page.get(page.size() - 1))) {
            var activities = activities(page, from, to);
            var raised = past.raised(from.minus(FeatureMaker.MONTH), to);
            for (var home : page) {
                examples.addAll(examples(home, activities.getOrDefault(home, List.of()), raised.of(home), from, to));
            }
        }
        return risk.train(examples);
    }

    private List<Example> examples(
            String home, List<Instant> activities, List<Concern> concerns, Instant from, Instant to) {
        var when = concerns.stream().map(Concern::raisedAt).toList();
        return Stream.iterate(from.plus(FeatureMaker.WEEK), at -> !at.isAfter(to.minus(AHEAD)), at -> at.plus(STEP))
                .map(at -> new Example(home, at, maker.of(at, activities, when), trueWithin(at, concerns)))
                .toList();
    }

    private static boolean trueWithin(Instant at, List<Concern> concerns) {
        return concerns.stream()
                .anyMatch(concern -> Boolean.TRUE.equals(concern.trueAlarm())
                        && concern.raisedAt().isAfter(at)
                        && !concern.raisedAt().isAfter(at.plus(AHEAD)));
    }

    /** Scores every watched home as of the given moment. Without a model nothing happens. */
    void score(Instant at) {
        if (risk.current().isEmpty()) {
            return;
        }
        var from = at.minus(FeatureMaker.WEEK).minus(Duration.ofDays(1));
        for (var page = past.page(""); !page.isEmpty(); page = past.page(page.get(page.size() - 1))) {
            var activities = activities(page, from, at);
            var raised = past.raised(at.minus(FeatureMaker.MONTH), at);
            Map<String, Features> features = new HashMap<>();
            for (var home : page) {
                var when = raised.of(home).stream().map(Concern::raisedAt).toList();
                features.put(home, maker.of(at, activities.getOrDefault(home, List.of()), when));
            }
            risk.score(features);
            past.lookAgain(page, at);
        }
    }

    private Map<String, List<Instant>> activities(List<String> homes, Instant from, Instant to) {
        Map<String, List<Instant>> moments = new HashMap<>();
        telemetry
                .activities(homes, from, to)
                .forEach((home, list) -> moments.put(
                        home,
                        list.stream()
                                .flatMap(activity -> activity.moments().stream())
                                .toList()));
        return moments;
    }

    /** Homes and what was raised about them before. */
    @Component
    static class Past {
        private final Deadlines deadlines;
        private final Concerns concerns;

        Past(Deadlines deadlines, Concerns concerns) {
            this.deadlines = deadlines;
            this.concerns = concerns;
        }

        private List<String> page(String after) {
            return deadlines.homes(after, PAGE);
        }

        private void lookAgain(List<String> homes, Instant at) {
            deadlines.bringForward(homes, at);
        }

        private Raised raised(Instant from, Instant to) {
            return new Raised(concerns.wellbeing(from, to).stream()
                    .filter(concern -> concern.kind() == Kind.WELLBEING)
                    .collect(groupingBy(Concern::householdId, mapping(concern -> concern, toList()))));
        }
    }

    private record Raised(Map<String, List<Concern>> byHome) {
        List<Concern> of(String home) {
            return byHome.getOrDefault(home, List.of());
        }
    }
}
