package anbu.households;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A device as machines read it; {@code aliases} are further names under which it reports. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record DeviceView(
        String id,
        String householdId,
        Appliance appliance,
        @Nullable String room,
        Instant installedAt,
        List<String> aliases) {
    static DeviceView of(Device device, List<String> aliases) {
        return new DeviceView(
                device.id(), device.householdId(), device.appliance(), device.room(), device.installedAt(), aliases);
    }
}
