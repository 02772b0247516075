package anbu.policy.facts;

import java.time.Instant;

/**
 * What a rule says about a situation: from this moment on, the home is at this level, because of this limit. A finding whose moment lies
 * ahead tells when to look again.
 */
public record Finding(String rule, Kind kind, Level level, Basis basis, double limitHours, Instant from) {
    /** The finding of a rule whose limit is counted from the given moment. */
    public static Finding of(String rule, Limit limit, Instant since) {
        return new Finding(rule, limit.kind(), limit.level(), limit.basis(), limit.hours(), since.plus(limit.span()));
    }

    public boolean holdsAt(Instant moment) {
        return !from.isAfter(moment);
    }
}
