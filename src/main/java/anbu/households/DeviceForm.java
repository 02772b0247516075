package anbu.households;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A device as it is sent by machines and read from files. Installed now where no moment is given. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record DeviceForm(
        @NotBlank(message = "Give the device the id that it uses in its topic.") @Pattern(
                regexp = Device.ID_PATTERN,
                message = "An id holds 1 to 128 characters, but neither + nor # nor a control character.")
        String id,

        @NotBlank(message = "Name the household in which the device is.") String householdId,

        @NotNull(message = "Say what the device feeds, such as TELEVISION or RICE_COOKER.") Appliance appliance,

        @Nullable @Size(max = 40, message = "A room has at most 40 characters.") String room,

        @Nullable Instant installedAt) {
    Device device(Instant now) {
        return new Device(0, id, householdId, appliance, room, installedAt == null ? now : installedAt);
    }
}
