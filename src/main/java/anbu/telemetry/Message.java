package anbu.telemetry;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/** What came in, unread. {@code retained}: the broker kept it for whoever subscribes, so its arrival says nothing about when it was sent. */
@SuppressWarnings("ArrayRecordComponent") // raw bytes, never compared
record Message(String source, String topic, byte[] payload, Instant arrivedAt, boolean retained) {
    Message(String source, String topic, byte[] payload, Instant arrivedAt) {
        this(source, topic, payload, arrivedAt, false);
    }

    /** The part of it that is one element of an array, to be judged by itself. */
    Message part(String json) {
        return new Message(source, topic, json.getBytes(StandardCharsets.UTF_8), arrivedAt, retained);
    }

    Message cut(int bytes) {
        return payload.length <= bytes
                ? this
                : new Message(source, topic, Arrays.copyOf(payload, bytes), arrivedAt, retained);
    }
}
