package anbu.telemetry;

import anbu.telemetry.Filing.Receipt;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Counts what was committed. */
@Component
class IntakeMetrics {
    private static final Duration HISTORY = Duration.ofDays(1);

    private final MeterRegistry registry;
    private final DistributionSummary lag;

    IntakeMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.lag = DistributionSummary.builder("anbu.ingest.lag")
                .baseUnit("seconds") // not a timer: its sum of nanoseconds overflows when weeks of history come in
                .description("From when it was measured to when it arrived, without history older than a day")
                .register(registry);
        for (var result : new String[] {"stored", "duplicate", "quarantined"}) {
            registry.counter("anbu.readings", "result", result);
        }
        for (var reason : Reason.values()) {
            registry.counter("anbu.quarantine", "reason", reason.name());
        }
    }

    void count(Receipt receipt) {
        registry.counter("anbu.readings", "result", "stored")
                .increment(receipt.stored().size());
        registry.counter("anbu.readings", "result", "duplicate").increment(receipt.duplicates());
        registry.counter("anbu.readings", "result", "quarantined")
                .increment(receipt.quarantined().size());
        receipt.quarantined().forEach(bad -> registry.counter(
                        "anbu.quarantine", "reason", bad.reason().name())
                .increment());
        receipt.stored().stream()
                .map(reading -> Duration.between(reading.measuredAt(), reading.receivedAt()))
                .filter(late -> late.compareTo(HISTORY) < 0)
                .forEach(late -> lag.record(late.toMillis() / 1000.0));
    }
}
