package anbu.households;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Plugs and sensors for machines. */
@RestController
@RequestMapping("/api/v1/devices")
@Tag(name = "devices", description = "Plugs and light sensors in the homes")
class DevicesApi {
    private final Households households;
    private final Aliases aliases;
    private final Clock clock;

    DevicesApi(Households households, Aliases aliases, Clock clock) {
        this.households = households;
        this.aliases = aliases;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize(Access.READ)
    @Operation(summary = "The devices of one home")
    List<DeviceView> list(@RequestParam("household_id") String householdId) {
        var home = households.get(householdId);
        var devices = households.devicesOf(home.id());
        var names = aliases.of(devices);
        return devices.stream()
                .map(device -> DeviceView.of(device, names.getOrDefault(device.id(), List.of())))
                .toList();
    }

    @GetMapping("/{id}")
    @PreAuthorize(Access.READ)
    @Operation(summary = "One device")
    DeviceView get(@PathVariable String id) {
        var device = aliases.get(id);
        return DeviceView.of(device, aliases.of(List.of(device)).getOrDefault(device.id(), List.of()));
    }

    @GetMapping(params = "id")
    @PreAuthorize(Access.READ)
    @Operation(summary = "One device by its id or an alias, which may hold slashes")
    DeviceView named(@RequestParam String id) {
        return get(id);
    }

    @PostMapping
    @PreAuthorize(Access.WRITE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Install a device in a home; its readings are understood from now on")
    DeviceView install(@RequestBody @Valid DeviceForm form) {
        return DeviceView.of(
                households.install(List.of(form.device(clock.instant()))).get(0), List.of());
    }
}
