package anbu.households;

import anbu.platform.Refused;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A plug or light sensor in a home. {@code no} is the short key of the large tables, {@code id} the name in its topic. */
public record Device(
        int no,
        String id,
        String householdId,
        Appliance appliance,
        @Nullable String room,
        Instant installedAt) {
    /** What an id may look like: levels of an MQTT topic, so without its wildcards. */
    public static final String ID_PATTERN = "[^+#\\p{Cntrl}]{1,128}";

    private static final Pattern ID = Pattern.compile(ID_PATTERN);

    public Device {
        if (!validId(id)) {
            throw new Refused(
                    "The device id \"%s\" is not usable. It may hold 1 to 128 characters, but neither + nor # nor a control character."
                            .formatted(id.replaceAll("\\p{Cntrl}", "?")));
        }
    }

    static boolean validId(String id) {
        return !id.isBlank() && ID.matcher(id).matches();
    }
}
