package anbu.monitoring;

import anbu.telemetry.DeviceCare;
import anbu.telemetry.Ladder;
import anbu.telemetry.SignalState;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** States of devices and homes for machines. */
@RestController
@Tag(name = "devices", description = "Plugs and light sensors in the homes")
class DeviceStatesApi {
    private static final String MAY_READ =
            "hasAnyRole('CASEWORKER', 'FIELD_WORKER', 'MANAGER', 'OPERATOR', 'POLICY_OFFICER', 'AUDITOR')";

    private final DeviceBoard board;
    private final DeviceCare care;

    DeviceStatesApi(DeviceBoard board, DeviceCare care) {
        this.board = board;
        this.care = care;
    }

    /** Seconds where a name ends in {@code _s}. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record State(
            String deviceId,
            String householdId,
            SignalState state,
            Ladder.Rung rung,
            @Nullable Instant lastReportAt,
            @Nullable Instant lastActivityAt,
            @Nullable Double intervalS,
            boolean intervalSet,
            @Nullable Double clockSkewS,
            boolean clockWrong,
            boolean canShowPerson,
            @Nullable String hint,
            @Nullable Instant hintAt) {
        static State of(DeviceLine line) {
            var device = line.device();
            var interval = device.interval();
            return new State(
                    device.id(),
                    device.householdId(),
                    line.state(),
                    line.rung(),
                    device.lastReportAt(),
                    device.lastActivityAt(),
                    interval == null ? null : (Double) (interval.toMillis() / 1000.0),
                    device.intervalSetS() != null,
                    device.skewS(),
                    line.skewed(),
                    device.canShowPerson(),
                    device.hint(),
                    device.hintAt());
        }
    }

    /** A home is silent only if all of its devices are. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record HomeState(String householdId, SignalState state, long devicesNotReporting, List<State> devices) {}

    /** {@code intervalS} null lets it be learned again. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Interval(String deviceId, @Nullable Integer intervalS) {}

    @GetMapping("/api/v1/device-states")
    @PreAuthorize(MAY_READ)
    @Operation(summary = "How one device stands now")
    State device(@RequestParam("device_id") String deviceId) {
        return State.of(board.get(deviceId));
    }

    @GetMapping("/api/v1/home-states")
    @PreAuthorize(MAY_READ)
    @Operation(summary = "How one home and its devices stand now")
    HomeState home(@RequestParam("household_id") String householdId) {
        var home = board.home(householdId);
        return new HomeState(
                householdId,
                home.state(),
                home.silent(),
                home.devices().stream().map(State::of).toList());
    }

    @PutMapping("/api/v1/device-states/interval")
    @PreAuthorize("hasRole('OPERATOR')")
    @Operation(summary = "Say how often a device is to report, 1 s to a day; nothing to have it learned")
    State interval(@RequestBody Interval interval) {
        care.expectEvery(interval.deviceId(), interval.intervalS());
        return State.of(board.get(interval.deviceId()));
    }
}
