package anbu.households;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Names of devices for machines. Names may hold slashes, so they are parameters and not parts of the path. */
@RestController
@RequestMapping("/api/v1/device-aliases")
@Tag(name = "devices", description = "Plugs and light sensors in the homes")
class AliasesApi {
    private final Aliases aliases;

    AliasesApi(Aliases aliases) {
        this.aliases = aliases;
    }

    /** A further name of a device. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record AliasForm(
            @NotBlank(message = "Give the name under which the device reports.") @Pattern(
                    regexp = Device.ID_PATTERN,
                    message = "A name holds 1 to 128 characters, but neither + nor # nor a control character.")
            String alias,

            @NotBlank(message = "Name the device that it belongs to.") String deviceId) {}

    @GetMapping
    @PreAuthorize(Access.READ)
    @Operation(summary = "The aliases of one device")
    List<String> list(@RequestParam("device_id") String deviceId) {
        var device = aliases.get(deviceId);
        return aliases.of(List.of(device)).getOrDefault(device.id(), List.of());
    }

    @PostMapping
    @PreAuthorize(Access.WRITE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Give a device a further name; readings under it are the device's from now on")
    AliasForm add(@RequestBody @Valid AliasForm form) {
        aliases.add(form.alias(), form.deviceId());
        return form;
    }

    @DeleteMapping
    @PreAuthorize(Access.WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a name away; what was stored under it stays")
    void remove(@RequestParam String alias) {
        aliases.remove(alias);
    }
}
