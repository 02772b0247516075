package anbu.telemetry;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code anbu.devices.*}.
 *
 * @param skewLimit a clock further off than this is shown and counted as wrong
 */
@ConfigurationProperties("anbu.devices")
record DeviceSettings(@DefaultValue("2m") Duration skewLimit) {}
