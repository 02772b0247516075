package anbu.telemetry;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({TelemetrySettings.class, MqttSettings.class, MqttSources.class, StorageSettings.class})
class TelemetryConfiguration {}
