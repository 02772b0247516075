package anbu.monitoring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.ValueAtPercentile;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** How late this node has looked at homes in the last minutes, as its metric tells. */
@Component
class Lateness {
    private final MeterRegistry registry;

    Lateness(MeterRegistry registry) {
        this.registry = registry;
    }

    record Recent(Duration median, Duration most) {}

    /** Empty when this node has not looked at any home lately. */
    Optional<Recent> recent() {
        return Optional.ofNullable(registry.find(Watch.LATENESS).timer())
                .filter(timer -> timer.max(TimeUnit.NANOSECONDS) > 0)
                .map(timer -> new Recent(median(timer), Duration.ofNanos(Math.round(timer.max(TimeUnit.NANOSECONDS)))));
    }

    private static Duration median(Timer timer) {
        return Arrays.stream(timer.takeSnapshot().percentileValues())
                .filter(value -> value.percentile() == 0.5)
                .map((ValueAtPercentile value) -> Duration.ofNanos(Math.round(value.value(TimeUnit.NANOSECONDS))))
                .findFirst()
                .orElse(Duration.ZERO);
    }
}
