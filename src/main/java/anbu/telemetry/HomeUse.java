package anbu.telemetry;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a home uses power, beside what is usual for it.
 *
 * @param constantOnSince since when something that usually rests, and that reports, has been on without rest and untouched; null when nothing is
 * @param spans as asked for, those without a norm left out
 */
public record HomeUse(@Nullable Instant constantOnSince, List<Span> spans) {
    public static final HomeUse UNKNOWN = new HomeUse(null, List.of());

    /** @param share of what the home usually uses in as many hours, which ended at {@code until} */
    public record Span(double hours, @Nullable Double share, Instant until) {}

    /**
     * What is asked.
     *
     * @param hours over how long
     * @param days over how many days before that the norm is taken
     * @param goodDays how many of them must be known
     * @param leastWhPerDay below this norm no share is told
     * @param offlineAfter so long after its last report nothing is said of a device
     */
    public record Question(
            List<Double> hours, int days, int goodDays, double leastWhPerDay, java.time.Duration offlineAfter) {}
}
