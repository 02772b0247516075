package anbu.policy;

import anbu.policy.facts.Limit;
import anbu.policy.facts.Tightening;
import java.util.List;
import java.util.function.UnaryOperator;

/** Policy tables that differ from a given one in one thing. */
final class Tables {
    private Tables() {}

    static PolicyTable with(PolicyTable table, List<Limit> limits) {
        return new PolicyTable(
                limits,
                table.tightening(),
                table.opensCaseFrom(),
                table.reportsSpeakFor(),
                table.suspectAfter(),
                table.scoreValidFor(),
                table.signals(),
                table.protocol());
    }

    static PolicyTable with(PolicyTable table, Tightening tightening) {
        return new PolicyTable(
                table.limits(),
                tightening,
                table.opensCaseFrom(),
                table.reportsSpeakFor(),
                table.suspectAfter(),
                table.scoreValidFor(),
                table.signals(),
                table.protocol());
    }

    static PolicyTable with(PolicyTable table, Signals signals) {
        return new PolicyTable(
                table.limits(),
                table.tightening(),
                table.opensCaseFrom(),
                table.reportsSpeakFor(),
                table.suspectAfter(),
                table.scoreValidFor(),
                signals,
                table.protocol());
    }

    static PolicyTable changed(PolicyTable table, UnaryOperator<Limit> change) {
        return with(table, table.limits().stream().map(change).toList());
    }
}
