package anbu.policy.facts;

import java.time.Duration;

/** One cell of the tier table: after this many hours on this basis, a home of this group is at this level. */
public record Limit(Group group, Basis basis, Level level, Kind kind, double hours) {
    /** The same span in whole milliseconds, the precision in which moments are stored. */
    public Duration span() {
        return Duration.ofMillis(Math.round(hours * 3_600_000));
    }

    /** This limit shortened to a share of itself, 0 &lt; factor &le; 1. */
    public Limit tightened(double factor) {
        return new Limit(group, basis, level, kind, hours * factor);
    }
}
