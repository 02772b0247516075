package anbu.telemetry;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** How a message would be read, for whoever sets up plugs. */
@RestController
class PreviewApi {
    private final Previews previews;
    private final Clock clock;

    PreviewApi(Previews previews, Clock clock) {
        this.previews = previews;
        this.clock = clock;
    }

    /**
     * A message to look at; either payload or payload_base64.
     *
     * @param dialect left out for that of the source with this topic
     * @param retained left out for no
     * @param zone of times without one; left out for that of the source, or the service's
     * @param receivedAt left out for now
     */
    record Request(
            @Nullable String dialect,
            @Nullable String topic,
            @Nullable JsonNode payload,
            @Nullable String payloadBase64,
            @Nullable Boolean retained,
            @Nullable String zone,
            @Nullable Instant receivedAt) {}

    @PostMapping("/api/v1/intake/preview")
    @PreAuthorize("hasAnyRole('OPERATOR','MANAGER','DEVICE')")
    @Operation(
            summary = "How a message would be read; nothing is stored",
            description =
                    "Body {dialect, topic, payload or payload_base64, retained, zone, received_at}. kind is measurement,"
                            + " availability, state, ignore or reject; measured_at is null where only the arrival says when it was.")
    Preview preview(@RequestBody Request request) {
        var topic = request.topic();
        if (topic == null || topic.isBlank()) {
            throw Previews.refused("topic", topic, "Give the topic of the message.");
        }
        var dialect = request.dialect() == null || request.dialect().isBlank()
                ? previews.dialectOf(topic)
                : request.dialect().strip();
        var arrivedAt = request.receivedAt() == null ? clock.instant() : request.receivedAt();
        var retained = Boolean.TRUE.equals(request.retained());
        var message = new Message("mqtt", topic, payload(request), arrivedAt, retained);
        return previews.read(dialect, message, zone(request.zone()));
    }

    private static byte[] payload(Request request) {
        var text = request.payload();
        var base64 = request.payloadBase64();
        var noText = text == null || text.isNull();
        if (noText == (base64 == null)) {
            throw Previews.refused(
                    "payload", null, "Give either payload (text) or payload_base64 (bytes), not both and not neither.");
        }
        if (base64 == null && text != null) {
            return (text.isTextual() ? text.textValue() : text.toString()).getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw Previews.refused("payload_base64", base64, "It is no base64: " + e.getMessage());
        }
    }

    /** Null for none. */
    static @Nullable ZoneId zone(@Nullable String zone) {
        try {
            return zone == null || zone.isBlank() ? null : ZoneId.of(zone.strip());
        } catch (DateTimeException e) {
            throw Previews.refused(
                    "zone",
                    zone,
                    "There is no such time zone. Write a region such as Asia/Seoul or an offset such as +09:00.");
        }
    }
}
