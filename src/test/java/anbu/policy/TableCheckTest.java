package anbu.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbu.platform.Refused;
import anbu.policy.facts.Basis;
import anbu.policy.facts.Group;
import anbu.policy.facts.Kind;
import anbu.policy.facts.Level;
import anbu.policy.facts.Limit;
import anbu.policy.facts.Tightening;
import anbu.policy.facts.UseNorm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableCheckTest {
    private static final PolicyTable TABLE = RuleFiles.defaultTable();

    @Test
    void theDefaultPolicyIsSound() {
        assertThat(TableCheck.faults(TABLE)).isEmpty();
        assertThat(TABLE.limits()).hasSize(33);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 9000})
    void hoursMustBeMoreThanNoneAndAtMostAYear(double hours) {
        var table = Tables.changed(TABLE, limit -> isHighDanger(limit) ? hours(limit, hours) : limit);

        assertThat(TableCheck.faults(table))
                .anySatisfy(fault -> assertThat(fault).contains("HIGH UNCHANGED DANGER", "hours"));
    }

    @Test
    void aHigherLevelMustComeLater() {
        var table = Tables.changed(TABLE, limit -> isHighDanger(limit) ? hours(limit, 36) : limit);

        assertThat(TableCheck.faults(table))
                .containsExactly(
                        "HIGH UNCHANGED DANGER comes after 36.0 hours and CRITICAL after 36.0; the higher level must come later.");
    }

    @Test
    void aRowOfOneGroupMayNotBeMissing() {
        var table = Tables.with(
                TABLE,
                TABLE.limits().stream().filter(limit -> !isHighDanger(limit)).toList());

        assertThat(TableCheck.faults(table))
                .containsExactly("Group HIGH has no row for UNCHANGED DANGER, which other groups have.");
    }

    @Test
    void everyGroupMustBeNoticedInEveryWay() {
        var table = Tables.with(
                TABLE,
                TABLE.limits().stream()
                        .filter(limit -> limit.basis() != Basis.SILENT || limit.group() != Group.MEDIUM)
                        .toList());

        assertThat(TableCheck.faults(table))
                .containsExactly(
                        "Group MEDIUM has no SILENT limit, so it would never be noticed this way. Add at least one row.");
    }

    @Test
    void whatIsOnlyWorthAttentionMayBeLeftOutAltogetherButNotForOneGroup() {
        var without = Tables.with(
                TABLE,
                TABLE.limits().stream()
                        .filter(limit -> limit.basis() != Basis.CONSTANT_ON)
                        .toList());
        var withoutOne = Tables.with(
                TABLE,
                TABLE.limits().stream()
                        .filter(limit -> limit.basis() != Basis.CONSTANT_ON || limit.group() != Group.HIGH)
                        .toList());

        assertThat(TableCheck.faults(without)).isEmpty();
        assertThat(TableCheck.faults(withoutOne))
                .containsExactly("Group HIGH has no row for CONSTANT_ON ATTENTION, which other groups have.");
    }

    @Test
    void signalsMustMakeSense() {
        var table = Tables.with(
                TABLE, new Signals(QuietWhen.ANY_DEVICE_QUIET, 0, new UseNorm(1.2, 0.9, 28, 29, Double.NaN)));

        assertThat(TableCheck.faults(table))
                .containsExactly(
                        "missedReports is 0; it must be at least 1.",
                        "Little use is below 1.2 of the norm and much above 0.9; say 0 to less than 1, and more than 1.",
                        "The norm wants 29 good days of 28; say 1 or more, and at most 60 days.",
                        "leastWhPerDay is NaN; it must be 0 or more.");
    }

    @Test
    void aRowMayNotAppearTwice() {
        var rows = new ArrayList<>(TABLE.limits());
        rows.add(new Limit(Group.HIGH, Basis.UNCHANGED, Level.DANGER, Kind.WELLBEING, 25));

        assertThat(TableCheck.faults(Tables.with(TABLE, rows)))
                .containsExactly("HIGH UNCHANGED DANGER appears twice, with 24.0 and 25.0 hours.");
    }

    @Test
    void aSilentHomeIsNeverAWellbeingMatter() {
        var table = Tables.changed(
                TABLE,
                limit -> limit.basis() == Basis.SILENT
                        ? new Limit(limit.group(), limit.basis(), limit.level(), Kind.WELLBEING, limit.hours())
                        : limit);

        assertThat(TableCheck.faults(table)).hasSize(6).allMatch(fault -> fault.endsWith("always about DEVICE."));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.5, 1.01, Double.NaN})
    void aFactorMayOnlyShorten(double factor) {
        assertThat(TableCheck.faults(Tables.with(TABLE, new Tightening(0.5, factor))))
                .singleElement()
                .asString()
                .startsWith("The tightening factor is");
    }

    @Test
    void spansAndLevelsMustMakeSense() {
        var table = new PolicyTable(
                TABLE.limits(),
                TABLE.tightening(),
                Map.of(Kind.WELLBEING, Level.NORMAL),
                Duration.ZERO,
                TABLE.suspectAfter(),
                TABLE.scoreValidFor(),
                TABLE.signals(),
                TABLE.protocol());

        assertThat(TableCheck.faults(table))
                .containsExactly(
                        "A case of kind WELLBEING opens from level NORMAL; say ATTENTION, DANGER or CRITICAL.",
                        "A case of kind DEVICE opens from level (none); say ATTENTION, DANGER or CRITICAL.",
                        "reportsSpeakFor is PT0S; it must be longer than nothing.");
    }

    @Test
    void aFaultyTableIsRefusedWithAllItsFaults() {
        var table = Tables.with(Tables.with(TABLE, List.of()), new Tightening(2, 0));

        assertThatThrownBy(() -> TableCheck.check(table))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Group HIGH has no UNCHANGED limit")
                .hasMessageContaining("The tightening factor is 0.0")
                .hasMessageContaining("Scores tighten from 2.0");
    }

    private static boolean isHighDanger(Limit limit) {
        return limit.group() == Group.HIGH && limit.basis() == Basis.UNCHANGED && limit.level() == Level.DANGER;
    }

    private static Limit hours(Limit limit, double hours) {
        return new Limit(limit.group(), limit.basis(), limit.level(), limit.kind(), hours);
    }
}
