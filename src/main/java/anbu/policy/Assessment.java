package anbu.policy;

import anbu.policy.facts.Finding;
import anbu.policy.facts.Kind;
import anbu.policy.facts.Level;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The judgement of one situation by one policy version.
 *
 * @param holding findings that hold at the moment of judgement
 * @param ahead findings that will hold later if nothing changes, earliest first
 */
public record Assessment(int policyVersion, Instant at, List<Finding> holding, List<Finding> ahead) {

    /** Splits all findings by whether they hold already. */
    public static Assessment of(int policyVersion, Instant at, List<Finding> findings) {
        var holding = findings.stream().filter(finding -> finding.holdsAt(at)).toList();
        var ahead = findings.stream()
                .filter(finding -> !finding.holdsAt(at))
                .sorted(Comparator.comparing(Finding::from))
                .toList();
        return new Assessment(policyVersion, at, holding, ahead);
    }

    /** The finding that decides for this kind: highest level, among equals the one that held first. This is the one place where levels compete. */
    public Optional<Finding> decisive(Kind kind) {
        return holding.stream()
                .filter(finding -> finding.kind() == kind)
                .max(Comparator.comparing(Finding::level).thenComparing(Finding::from, Comparator.reverseOrder()));
    }

    public Level level() {
        return holding.stream()
                .map(Finding::level)
                .max(Comparator.naturalOrder())
                .orElse(Level.NORMAL);
    }

    /** The next moment at which any rule changes its answer, if nothing new is seen. */
    public Optional<Finding> next() {
        return ahead.stream().filter(this::raises).findFirst();
    }

    /** The next moment at which this kind becomes more serious, if nothing new is seen. */
    public Optional<Finding> next(Kind kind) {
        return ahead.stream()
                .filter(finding -> finding.kind() == kind)
                .filter(this::raises)
                .findFirst();
    }

    private boolean raises(Finding finding) {
        return decisive(finding.kind())
                .map(current -> finding.level().compareTo(current.level()) > 0)
                .orElse(true);
    }
}
