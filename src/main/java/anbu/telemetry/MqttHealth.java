package anbu.telemetry;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down while a configured broker is out of reach. Not part of readiness: pages and deadlines work without it. */
@Component("mqttHealthIndicator")
class MqttHealth implements HealthIndicator {
    private final MqttIntake intake;

    MqttHealth(MqttIntake intake) {
        this.intake = intake;
    }

    @Override
    public Health health() {
        if (!intake.isConfigured()) {
            return Health.unknown()
                    .withDetail("broker", "not configured (anbu.mqtt.uri)")
                    .build();
        }
        return intake.isConnected()
                ? Health.up().build()
                : Health.down().withDetail("broker", "not connected").build();
    }
}
