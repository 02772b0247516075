package anbu.telemetry;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts clocks that are wrong, from the database. */
@Component
class ClockMetrics {
    ClockMetrics(DeviceSignals devices, MeterRegistry registry) {
        Gauge.builder("anbu.devices.skewed", devices, DeviceSignals::skewed)
                .description("Devices whose clock is further off than allowed")
                .register(registry);
    }
}
