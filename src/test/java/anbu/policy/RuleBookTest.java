package anbu.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbu.platform.Refused;
import anbu.policy.facts.Finding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class RuleBookTest {
    private static final Logger log = LoggerFactory.getLogger(RuleBookTest.class);
    private static final PolicyTable TABLE = RuleFiles.defaultTable();

    @Test
    void aRuleThatDoesNotCompileIsRefusedWithItsFileAndLine() {
        var files = RuleFiles.all();
        files.put(
                "rules/tiers/unchanged-home.drl",
                Objects.requireNonNull(files.get("rules/tiers/unchanged-home.drl"))
                        .replace("provesQuietFor", "provesQiet"));

        assertThatThrownBy(() -> RuleBook.of(Artefact.of(TABLE, files)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("rules/tiers/unchanged-home.drl")
                .hasMessageContaining("provesQiet");
    }

    @Test
    void aPolicyWithoutRulesIsRefused() {
        assertThatThrownBy(() -> RuleBook.of(Artefact.of(TABLE, new TreeMap<>())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("no rule file");
    }

    @Test
    void oneHomeLeavesNothingBehindForTheNext() {
        var rules = RuleBook.of(Artefact.of(TABLE, RuleFiles.all()));
        var scenarios = Scenario.all(TABLE);
        var first = judgeAll(rules, scenarios);

        Collections.reverse(scenarios);
        var second = judgeAll(rules, scenarios);
        Collections.reverse(second);

        assertThat(second).isEqualTo(first);
    }

    @Test
    void manyThreadsJudgeAtOnceAsOneWould() throws Exception {
        var rules = RuleBook.of(Artefact.of(TABLE, RuleFiles.all()));
        var scenarios = Scenario.all(TABLE);
        var alone = judgeAll(rules, scenarios);
        var threads = Executors.newFixedThreadPool(8);
        Callable<List<HashSet<Finding>>> all = () -> judgeAll(rules, scenarios);

        try {
            for (var together : threads.invokeAll(Collections.nCopies(80, all))) {
                assertThat(together.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    @Tag("bench")
    void judgesTwentyThousandHomesASecondOnOneCore() {
        var rules = RuleBook.of(Artefact.of(TABLE, RuleFiles.all()));
        var scenarios = Scenario.all(TABLE);
        int rounds = 2_000;
        for (int i = 0; i < rounds; i++) {
            judgeAll(rules, scenarios);
        }

        long start = System.nanoTime();
        for (int i = 0; i < rounds; i++) {
            judgeAll(rules, scenarios);
        }
        double seconds = (System.nanoTime() - start) / 1e9;

        var perSecond = rounds * scenarios.size() / seconds;
        log.info("{} assessments per second on one core", Math.round(perSecond));
        assertThat(perSecond).isGreaterThan(20_000);
    }

    private static List<HashSet<Finding>> judgeAll(RuleBook rules, List<Scenario> scenarios) {
        return scenarios.stream()
                .map(scenario -> new HashSet<>(rules.judge(scenario.situation(), scenario.score())))
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
