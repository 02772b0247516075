package anbu.casework;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/** What a person was last seen doing: which appliance, and the step in W (POWER) or lx (LIGHT). */
@JsonIgnoreProperties(ignoreUnknown = true)
record LastActivity(
        String appliance,
        String source,
        @Nullable Double before,
        @Nullable Double after) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Null when nothing was pinned, or nothing that can be read. */
    static @Nullable LastActivity read(@Nullable String pinned) {
        if (pinned == null) {
            return null;
        }
        try {
            var activity = JSON.readValue(pinned, LastActivity.class);
            return activity.appliance() == null || activity.source() == null ? null : activity;
        } catch (JsonProcessingException unreadable) {
            return null;
        }
    }
}
