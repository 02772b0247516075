package anbu.telemetry.dialects;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message.
 *
 * @param zone of device times that name none
 * @param base the levels of the source's filter before its first wildcard, such as zigbee2mqtt; null where no source is known
 */
@SuppressWarnings("ArrayRecordComponent") // raw bytes, never compared
public record Heard(
        String topic,
        byte[] payload,
        Instant arrivedAt,
        boolean retained,
        ZoneId zone,
        @Nullable String base) {
    List<String> levels() {
        return List.of(topic.split("/", -1));
    }
}
