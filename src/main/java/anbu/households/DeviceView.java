package anbu.households;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A device as machines read it. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record DeviceView(
        String id,
        String householdId,
        Appliance appliance,
        @Nullable String room,
        Instant installedAt) {
    static DeviceView of(Device device) {
        return new DeviceView(
                device.id(), device.householdId(), device.appliance(), device.room(), device.installedAt());
    }
}
