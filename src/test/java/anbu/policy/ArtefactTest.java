package anbu.policy;

import static org.assertj.core.api.Assertions.assertThat;

import anbu.policy.facts.Tightening;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

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
                TABLE.signals(),
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
    void aTableFromBeforeThereWereSignalsJudgesAsItDidAndKeepsItsFingerprint() throws IOException {
        var text = new ClassPathResource("policies/session-1.json").getContentAsString(StandardCharsets.UTF_8);
        var old = new Artefact(text, Artefact.of(TABLE, RuleFiles.all()).drl());
        var fingerprint = old.sha256();

        var table = old.table();

        assertThat(old.sha256()).isEqualTo(fingerprint);
        assertThat(table.limits()).hasSize(21);
        assertThat(table.signals().quietWhen()).isEqualTo(QuietWhen.ALL_DEVICES_QUIET);
        assertThat(TableCheck.faults(table)).isEmpty();
        assertThat(Artefact.of(table, RuleFiles.all()).table()).isEqualTo(table);
    }

    @Test
    void textComesBackAsItWent() {
        var artefact = Artefact.of(TABLE, RuleFiles.all());

        assertThat(artefact.table()).isEqualTo(TABLE);
        assertThat(artefact.ruleFiles()).isEqualTo(RuleFiles.all());
        assertThat(Artefact.of(artefact.table(), artefact.ruleFiles())).isEqualTo(artefact);
    }
}
