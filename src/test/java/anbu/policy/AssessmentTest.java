package anbu.policy;

import static org.assertj.core.api.Assertions.assertThat;

import anbu.policy.facts.Basis;
import anbu.policy.facts.Finding;
import anbu.policy.facts.Kind;
import anbu.policy.facts.Level;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssessmentTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void aFindingHoldsFromItsVeryMoment() {
        var exactly = finding("exactly", Kind.WELLBEING, Level.ATTENTION, NOW);
        var later = finding("later", Kind.WELLBEING, Level.DANGER, NOW.plusMillis(1));

        var assessment = Assessment.of(3, NOW, List.of(later, exactly));

        assertThat(assessment.holding()).containsExactly(exactly);
        assertThat(assessment.ahead()).containsExactly(later);
    }

    @Test
    void theHighestLevelDecidesAndAmongEqualsTheOneThatHeldFirst() {
        var attention = finding("attention", Kind.WELLBEING, Level.ATTENTION, NOW.minusSeconds(900));
        var danger = finding("danger", Kind.WELLBEING, Level.DANGER, NOW.minusSeconds(60));
        var tightened = finding("tightened", Kind.WELLBEING, Level.DANGER, NOW.minusSeconds(600));

        var assessment = Assessment.of(3, NOW, List.of(danger, attention, tightened));

        assertThat(assessment.decisive(Kind.WELLBEING)).contains(tightened);
        assertThat(assessment.level()).isEqualTo(Level.DANGER);
    }

    @Test
    void kindsDoNotCompete() {
        var quiet = finding("quiet", Kind.WELLBEING, Level.ATTENTION, NOW);
        var silent = finding("silent", Kind.DEVICE, Level.DANGER, NOW);

        var assessment = Assessment.of(3, NOW, List.of(quiet, silent));

        assertThat(assessment.decisive(Kind.WELLBEING)).contains(quiet);
        assertThat(assessment.decisive(Kind.DEVICE)).contains(silent);
    }

    @Test
    void theNextChangeIsTheEarliestThatRaisesItsKind() {
        var danger = finding("danger", Kind.WELLBEING, Level.DANGER, NOW);
        var noNews = finding("no news", Kind.WELLBEING, Level.DANGER, NOW.plusSeconds(10));
        var silent = finding("silent", Kind.DEVICE, Level.ATTENTION, NOW.plusSeconds(30));
        var critical = finding("critical", Kind.WELLBEING, Level.CRITICAL, NOW.plusSeconds(20));

        var assessment = Assessment.of(3, NOW, List.of(silent, critical, noNews, danger));

        assertThat(assessment.next()).contains(critical);
    }

    @Test
    void withoutFindingsAllIsNormalAndNothingLiesAhead() {
        var assessment = Assessment.of(3, NOW, List.of());

        assertThat(assessment.level()).isEqualTo(Level.NORMAL);
        assertThat(assessment.decisive(Kind.DEVICE)).isEmpty();
        assertThat(assessment.next()).isEmpty();
    }

    private static Finding finding(String rule, Kind kind, Level level, Instant from) {
        return new Finding(rule, kind, level, Basis.UNCHANGED, 24, from);
    }
}
