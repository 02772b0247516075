package anbu.monitoring;

import static java.util.stream.Collectors.groupingBy;

import anbu.households.Households;
import anbu.households.RiskGroup;
import anbu.monitoring.Senses.Sensed;
import anbu.policy.Policies;
import anbu.policy.PolicyVersion;
import anbu.policy.facts.Kind;
import anbu.policy.facts.Score;
import anbu.risk.Risk;
import anbu.risk.RiskScore;
import anbu.telemetry.HomeSignal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Judges homes: gathers what is known, asks the policy, raises what must be raised, and arms the next look. */
@Component
class Judge {
    /** A home about which no rule will ever change its mind is looked at again after this. */
    private static final Duration LATEST = Duration.ofHours(6);

    private final Knowledge knowledge;
    private final Alarm alarm;
    private final Deadlines deadlines;
    private final Clock clock;

    Judge(Knowledge knowledge, Alarm alarm, Deadlines deadlines, Clock clock) {
        this.knowledge = knowledge;
        this.alarm = alarm;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** Judges the claimed homes in the running transaction. */
    void judge(List<Deadline> homes) {
        if (homes.isEmpty()) {
            return;
        }
        var now = clock.instant();
        var known = knowledge.of(homes, now);
        for (var home : homes) {
            judge(home, known, now);
        }
    }

    private void judge(Deadline home, Known known, Instant now) {
        var id = home.householdId();
        var sensed = known.sensed(id);
        var signal = sensed.signal();
        var group = known.groups.get(id);
        if (group == null) {
            deadlines.postpone(id, now.plus(LATEST));
            return;
        }
        var open = known.open.getOrDefault(id, List.of());
        var score = known.score(id, now);
        var situation = Situations.of(
                home, sensed, group, open, now, known.policy.table().reportsSpeakFor());
        var assessment = known.policies.assess(known.policy.number(), situation, score);
        for (var kind : Kind.values()) {
            alarm.weigh(kind, known.policy, assessment, new Evidence(signal, group, score, open));
        }
        deadlines.looked(Look.of(signal, assessment, now.plus(LATEST)));
    }

    /** Everything that a batch of homes needs, each by one query. */
    record Known(
            Policies policies,
            PolicyVersion policy,
            Map<String, Sensed> signals,
            Map<String, RiskGroup> groups,
            Map<String, RiskScore> scores,
            Map<String, List<Concern>> open) {

        Sensed sensed(String id) {
            return signals.getOrDefault(id, Sensed.nothing(id));
        }

        /** The score of a home, or null when there is none or it is too old to count. */
        @Nullable Score score(String id, Instant now) {
            var stored = scores.get(id);
            if (stored == null
                    || stored.scoredAt().plus(policy.table().scoreValidFor()).isBefore(now)) {
                return null;
            }
            return new Score(stored.score(), stored.modelVersion());
        }
    }

    /** Asks each lower module once per batch. */
    @Component
    static class Knowledge {
        private final Households households;
        private final Senses senses;
        private final Judgement judgement;
        private final Concerns concerns;

        Knowledge(Households households, Senses senses, Judgement judgement, Concerns concerns) {
            this.households = households;
            this.senses = senses;
            this.judgement = judgement;
            this.concerns = concerns;
        }

        Known of(List<Deadline> homes, Instant now) {
            var policy = judgement.policies.live();
            var ids = homes.stream().map(Deadline::householdId).toList();
            return new Known(
                    judgement.policies,
                    policy,
                    senses.of(ids, policy.table(), now),
                    households.riskGroups(ids),
                    judgement.risk.scores(ids),
                    concerns.open(ids).stream().collect(groupingBy(Concern::householdId)));
        }
    }

    /** Rules and model. */
    @Component
    static class Judgement {
        private final Policies policies;
        private final Risk risk;

        Judgement(Policies policies, Risk risk) {
            this.policies = policies;
            this.risk = risk;
        }
    }

    /** What a raised concern pins. */
    record Evidence(
            HomeSignal signal, RiskGroup group, @Nullable Score score, List<Concern> open) {
        java.util.Optional<Concern> concern(Kind kind) {
            return open.stream().filter(concern -> concern.kind() == kind).findFirst();
        }
    }
}
