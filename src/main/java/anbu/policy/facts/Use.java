package anbu.policy.facts;

import java.time.Duration;
import java.time.Instant;

/**
 * How much power a home used, beside its own norm.
 *
 * @param hours the span, which ended at {@code until}
 * @param share of what it usually uses in as many hours: 1 is as ever
 */
public record Use(double hours, double share, Instant until) {
    /** When the span began. */
    public Instant since() {
        return until.minus(Duration.ofMillis(Math.round(hours * 3_600_000)));
    }
}
