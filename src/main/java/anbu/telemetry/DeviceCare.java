package anbu.telemetry;

import anbu.audit.Audit;
import anbu.platform.NotFound;
import anbu.platform.Refused;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What operators may tell about a device. */
@Service
public class DeviceCare {
    private static final int SHORTEST_S = 1;
    private static final int LONGEST_S = 86_400;

    private final DeviceSignals devices;
    private final DeviceHealth health;
    private final Audit audit;

    DeviceCare(DeviceSignals devices, DeviceHealth health, Audit audit) {
        this.devices = devices;
        this.health = health;
        this.audit = audit;
    }

    /** Sets how often the device is expected to report; null lets that be learned again. Refuses less than a second and more than a day. */
    @Transactional
    public void expectEvery(String deviceId, @Nullable Integer seconds) {
        if (seconds != null && (seconds < SHORTEST_S || seconds > LONGEST_S)) {
            throw new Refused(
                    "Device \"%s\" cannot be expected every %d seconds. Give %d to %d, or nothing to have it learned."
                            .formatted(deviceId, seconds, SHORTEST_S, LONGEST_S));
        }
        var device = devices.find(deviceId)
                .orElseThrow(() -> new NotFound("There is no device \"%s\".".formatted(deviceId)));
        health.setInterval(device.no(), seconds);
        audit.record(
                "household:" + device.householdId(),
                "device.interval-set",
                Map.of("device", deviceId, "seconds", seconds == null ? "learned" : seconds));
    }
}
