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
 * @param reportsSpeakFor how long the newest report speaks for the present; after it a device is offline, and a home all of whose devices
 *     are offline is silent
 * @param suspectAfter a device whose expected interval is not known yet is suspect after so long without a report
 * @param scoreValidFor an older score counts as missing
 */
public record PolicyTable(
        List<Limit> limits,
        Tightening tightening,
        Map<Kind, Level> opensCaseFrom,
        Duration reportsSpeakFor,
        Duration suspectAfter,
        Duration scoreValidFor,
        Signals signals,
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
