package anbu.policy;

import static org.assertj.core.api.Assertions.assertThat;

import anbu.policy.facts.Basis;
import anbu.policy.facts.Kind;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The default policy says of each situation in the files what the files say. */
class ScenariosTest {
    private static final PolicyTable TABLE = RuleFiles.defaultTable();
    private static final RuleBook RULES = RuleBook.of(Artefact.of(TABLE, RuleFiles.all()));

    static List<Scenario> scenarios() {
        return Scenario.all(TABLE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void judgesAsTheFileSays(Scenario scenario) {
        var now = scenario.situation().now();

        var assessment = Assessment.of(1, now, RULES.judge(scenario.situation(), scenario.score()));

        assertThat(Scenario.level(assessment, Kind.WELLBEING)).as("wellbeing").isEqualTo(scenario.wellbeing());
        assertThat(Scenario.level(assessment, Kind.DEVICE)).as("device").isEqualTo(scenario.device());
        assertThat(Scenario.next(assessment)).as("next").isEqualTo(scenario.next());
    }

    /** The trap of a silent home: its limits would pass while no report says anything. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void noQuietFindingGoesBeyondWhatReportsProve(Scenario scenario) {
        var situation = scenario.situation();

        var findings = RULES.judge(situation, scenario.score());

        assertThat(findings)
                .filteredOn(finding -> finding.basis() == Basis.UNCHANGED && !situation.reporting())
                .allMatch(finding -> finding.holdsAt(Objects.requireNonNull(situation.lastReportAt())));
    }
}
