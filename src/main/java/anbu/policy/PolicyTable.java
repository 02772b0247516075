package anbu.policy;

import anbu.policy.facts.Kind;
import anbu.policy.facts.Level;
import anbu.policy.facts.Limit;
import anbu.policy.facts.Tightening;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The data of a policy: the tier table and the parameters. Together with the rules it is the artefact that is hashed.
 *
 * @param opensCaseFrom per kind, the lowest level that opens a case; below it the home is only shown on the board
 * @param reportsSpeakFor how long the newest report speaks for the present; after it the home counts as silent
 * @param suspectAfter a device this long without a report is shown as suspect
 * @param scoreValidFor an older score counts as missing
 */
public record PolicyTable(
        List<Limit> limits,
        Tightening tightening,
        Map<Kind, Level> opensCaseFrom,
        Duration reportsSpeakFor,
        Duration suspectAfter,
        Duration scoreValidFor,
        Protocol protocol) {

    /** Keeps the rows in one order, so that equal tables have equal fingerprints. */
    public PolicyTable {
        limits = limits.stream()
                .sorted(Comparator.comparing(Limit::basis)
                        .thenComparing(Limit::level)
                        .thenComparing(Limit::group)
                        .thenComparing(Limit::kind))
                .toList();
        opensCaseFrom = Map.copyOf(opensCaseFrom);
    }
}
