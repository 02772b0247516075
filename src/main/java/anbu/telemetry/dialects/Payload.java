package anbu.telemetry.dialects;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Bytes as text and as JSON: no key twice, nothing after the end, nothing bottomless. Deeper than our own format, for gateways wrap a lot. */
final class Payload {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(32)
                            .maxStringLength(65_536)
                            .maxNameLength(500)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Payload() {}

    static String text(Heard heard) {
        return text(heard.payload());
    }

    static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Unreadable.payload("The bytes are not UTF-8.");
        }
    }

    static JsonNode json(Heard heard) {
        return json(text(heard));
    }

    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            var message = e.getOriginalMessage();
            throw Unreadable.payload(
                    "Not acceptable JSON: " + (message.length() <= 300 ? message : message.substring(0, 300)));
        }
    }

    static JsonNode object(Heard heard) {
        var json = json(heard);
        if (!json.isObject()) {
            throw Unreadable.payload("The message must be a JSON object.");
        }
        return json;
    }

    /** Missing where it is no JSON, for payloads that may be either. */
    static JsonNode jsonOrMissing(String text) {
        try {
            return text.isBlank() ? MissingNode.getInstance() : MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
