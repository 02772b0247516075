package anbu.telemetry;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Anbu's own format: {@code anbu/v1/{deviceId}/telemetry} and {@code anbu/v1/{deviceId}/status}. Never throws: what cannot be used says why. */
@Component
class OwnDialect {
    /** Names may hold blanks and Hangul, but nothing that means something to a broker or a terminal. */
    private static final Pattern TOPIC = Pattern.compile("anbu/v1/([^/+#\\p{Cc}]{1,128})/(telemetry|status)");

    private final Element element;
    private final TelemetrySettings settings;

    OwnDialect(TelemetrySettings settings) {
        this.settings = settings;
        this.element = new Element(settings);
    }

    List<Item> read(Message message) {
        try {
            return understood(message);
        } catch (BadInput e) {
            return List.of(e.of(message.cut(limit())));
        }
    }

    /** One object of the HTTP interface, which names its device itself. */
    Item read(JsonNode object, Message origin) {
        try {
            return element.named(object, origin);
        } catch (BadInput e) {
            return e.of(origin);
        }
    }

    private List<Item> understood(Message message) {
        var topic = TOPIC.matcher(message.topic());
        if (!topic.matches()) {
            throw new BadInput(
                    Reason.WRONG_TOPIC,
                    "The topic is not anbu/v1/{deviceId}/telemetry or .../status with a device id of 1 to 128 plain characters.");
        }
        if (message.payload().length > limit()) {
            throw new BadInput(
                    Reason.TOO_LARGE,
                    "The message has %d bytes; %d are allowed.".formatted(message.payload().length, limit()));
        }
        var text = text(message.payload());
        var device = topic.group(1);
        return topic.group(2).equals("status")
                ? List.of(new Item.Hint(message, device, connection(text)))
                : samples(message, device, StrictJson.parse(text));
    }

    private List<Item> samples(Message message, String device, JsonNode json) {
        if (!json.isArray()) {
            return List.of(element.sample(device, json, message));
        }
        if (json.isEmpty()) {
            throw new BadInput(Reason.EMPTY, "The array has no element.");
        }
        var items = new ArrayList<Item>(json.size());
        for (var part : json) {
            items.add(sampleOrBad(message, device, part));
        }
        return items;
    }

    private Item sampleOrBad(Message message, String device, JsonNode part) {
        try {
            return element.sample(device, part, message);
        } catch (BadInput e) {
            return e.of(message.part(part.toString()));
        }
    }

    private static Item.Connection connection(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "online" -> Item.Connection.ONLINE;
            case "offline" -> Item.Connection.OFFLINE;
            default -> throw new BadInput(Reason.BAD_PAYLOAD, "A status is online or offline.");
        };
    }

    private static String text(byte[] payload) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(payload))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BadInput(Reason.BAD_PAYLOAD, "The bytes are not UTF-8.");
        }
    }

    private int limit() {
        return (int) settings.maxPayload().toBytes();
    }
}
