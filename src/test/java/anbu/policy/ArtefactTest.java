package anbu.policy;

import static org.assertj.core.api.Assertions.assertThat;

import anbu.policy.facts.Tightening;
import java.util.ArrayList;
import java.util.Collections;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ArtefactTest {
    private static final PolicyTable TABLE = RuleFiles.defaultTable();

    @Test
    void theOrderInWhichRowsWereTypedDoesNotMatter() {
        var rows = new ArrayList<>(TABLE.limits());
        Collections.reverse(rows);
        var same = new PolicyTable(
                rows,
                TABLE.tightening(),
                TABLE.opensCaseFrom(),
                TABLE.reportsSpeakFor(),
                TABLE.suspectAfter(),
                TABLE.scoreValidFor(),
                TABLE.protocol());

        assertThat(Artefact.of(same, RuleFiles.all()).sha256())
                .isEqualTo(Artefact.of(TABLE, RuleFiles.all()).sha256());
    }

    @Test
    void anyChangeOfDataOrRulesChangesTheFingerprint() {
        var original = Artefact.of(TABLE, RuleFiles.all());
        var commented = new TreeMap<>(RuleFiles.all());
        commented.computeIfPresent("rules/tiers/unchanged-home.drl", (path, text) -> text + "// a word\n");

        var otherRules = Artefact.of(TABLE, commented);
        var otherTable = Artefact.of(Tables.with(TABLE, new Tightening(0.5, 0.76)), RuleFiles.all());

        assertThat(otherRules.sha256()).isNotEqualTo(original.sha256());
        assertThat(otherTable.sha256()).isNotEqualTo(original.sha256());
    }

    @Test
    void textComesBackAsItWent() {
        var artefact = Artefact.of(TABLE, RuleFiles.all());

        assertThat(artefact.table()).isEqualTo(TABLE);
        assertThat(artefact.ruleFiles()).isEqualTo(RuleFiles.all());
        assertThat(Artefact.of(artefact.table(), artefact.ruleFiles())).isEqualTo(artefact);
    }
}
