package anbu.telemetry;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/** What came in, unread. */
@SuppressWarnings("ArrayRecordComponent") // raw bytes, never compared
record Message(String source, String topic, byte[] payload, Instant arrivedAt) {
    /** The part of it that is one element of an array, to be judged by itself. */
    Message part(String json) {
        return new Message(source, topic, json.getBytes(StandardCharsets.UTF_8), arrivedAt);
    }

    Message cut(int bytes) {
        return payload.length <= bytes ? this : new Message(source, topic, Arrays.copyOf(payload, bytes), arrivedAt);
    }
}
