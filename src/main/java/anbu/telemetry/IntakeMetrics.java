package anbu.telemetry;

import anbu.telemetry.Filing.Receipt;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Counts what was committed. */
@Component
class IntakeMetrics {
    private final MeterRegistry registry;
    private final Timer lag;

    IntakeMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.lag = Timer.builder("anbu.ingest.lag")
                .description("From when it was measured to when it arrived")
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
        receipt.stored().forEach(r -> lag.record(Duration.between(r.measuredAt(), r.receivedAt())));
    }
}
