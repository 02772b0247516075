package anbu.telemetry;

import anbu.telemetry.dialects.Dialects;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({TelemetrySettings.class, MqttSettings.class, MqttSources.class, StorageSettings.class})
class TelemetryConfiguration {
    TelemetryConfiguration(StorageSettings storage, TelemetrySettings limits) {
        storage.mustHold(limits.oldest());
    }

    @Bean
    static Dialects dialects(TelemetrySettings settings) {
        return new Dialects(settings.limits());
    }
}
