package anbu.telemetry.activity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a detector stands between two samples, small enough to be kept with each device. It depends on the samples of the last
 * {@link Detector#HORIZON} only: a detector that starts empty that long ago ends with the same memory.
 */
public record Memory(
        @Nullable Instant powerAt,
        @Nullable Double powerW,
        @Nullable Instant lightAt,
        @Nullable Double illuminanceLux) {
    public static final Memory NONE = new Memory(null, null, null, null);

    private static final JsonMapper MAPPER =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    public String toJson() {
        try {
            return MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Memory of(String json) {
        try {
            return MAPPER.readValue(json, Memory.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
