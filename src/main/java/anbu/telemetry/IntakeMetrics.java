package anbu.telemetry;

import anbu.telemetry.Filing.Receipt;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Counts what was committed. */
@Component
class IntakeMetrics {
    private static final long HISTORY_MS = Duration.ofDays(1).toMillis();

    private final Counter stored;
    private final Counter duplicate;
    private final Counter quarantined;
    private final Map<Reason, Counter> reasons = new EnumMap<>(Reason.class);
    private final Counter missing;
    private final Counter filled;
    private final DistributionSummary batch;
    private final DistributionSummary arrival;
    private final DistributionSummary commit;
    private final Clock clock;

    IntakeMetrics(MeterRegistry registry, Clock clock) {
        this.clock = clock;
        stored = registry.counter("anbu.readings", "result", "stored");
        duplicate = registry.counter("anbu.readings", "result", "duplicate");
        quarantined = registry.counter("anbu.readings", "result", "quarantined");
        for (var reason : Reason.values()) {
            reasons.put(reason, registry.counter("anbu.quarantine", "reason", reason.name()));
        }
        missing = gaps(registry, "missing");
        filled = gaps(registry, "filled");
        batch = DistributionSummary.builder("anbu.ingest.batch")
                .baseUnit("readings")
                .description("How many readings were committed in one transaction")
                .register(registry);
        arrival = DistributionSummary.builder("anbu.ingest.lag")
                .baseUnit("seconds") // not a timer: its sum of nanoseconds overflows when weeks of history come in
                .description("From when it was measured to when it arrived, without history older than a day")
                .register(registry);
        commit = DistributionSummary.builder("anbu.ingest.commit")
                .baseUnit("milliseconds") // buckets of a summary hold whole numbers only
                .description(
                        "From when a device with a clock measured it to when it was committed, without history older than a day")
                .serviceLevelObjectives(
                        20, 50, 100, 150, 200, 250, 300, 350, 400, 500, 600, 800, 1_000, 1_500, 2_000, 3_000, 5_000,
                        10_000, 60_000, 3_600_000)
                .register(registry);
    }

    private static Counter gaps(MeterRegistry registry, String result) {
        return Counter.builder("anbu.sequence.gaps")
                .description(
                        "Messages that the devices' own numbers show to be missing, and those of them that came later")
                .tag("result", result)
                .register(registry);
    }

    void count(Receipt receipt) {
        stored.increment(receipt.stored().size());
        batch.record(receipt.stored().size() + receipt.duplicates());
        duplicate.increment(receipt.duplicates());
        quarantined.increment(receipt.quarantined().size());
        receipt.quarantined().forEach(bad -> Objects.requireNonNull(reasons.get(bad.reason()))
                .increment());
        missing.increment(receipt.numbers().missing());
        filled.increment(receipt.numbers().filled());
        times(receipt);
    }

    private void times(Receipt receipt) {
        var now = clock.millis();
        for (var reading : receipt.stored()) {
            var measured = reading.measuredAt().toEpochMilli();
            var late = reading.receivedAt().toEpochMilli() - measured;
            if (late < HISTORY_MS) {
                arrival.record(late / 1000.0);
                if (reading.ownTime()) {
                    commit.record(Math.max(0, now - measured));
                }
            }
        }
    }
}
