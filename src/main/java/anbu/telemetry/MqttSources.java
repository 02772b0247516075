package anbu.telemetry;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code anbu.mqtt.sources}: what else is subscribed to besides {@code anbu/v1/#}, in which dialect it speaks and in which zone its clocks
 * without a zone run. As written; {@link Sources} says what of it makes sense.
 */
@ConfigurationProperties("anbu.mqtt")
record MqttSources(@DefaultValue List<Source> sources) {
    /**
     * @param filter an MQTT topic filter
     * @param dialect one of the names in docs/dialects.md
     * @param zone such as Asia/Seoul; empty for {@code anbu.zone}
     */
    record Source(
            @DefaultValue("") String filter,
            @DefaultValue("") String dialect,
            @DefaultValue("") String zone) {}
}
