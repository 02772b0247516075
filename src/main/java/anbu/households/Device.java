package anbu.households;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A plug or light sensor in a home. {@code no} is the short key of the large tables, {@code id} the name in its topic. */
public record Device(
        int no,
        String id,
        String householdId,
        Appliance appliance,
        @Nullable String room,
        Instant installedAt) {}
