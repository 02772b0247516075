package anbu.households;

import anbu.audit.Audit;
import anbu.platform.NotFound;
import anbu.platform.Refused;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Further names under which devices report: Home Assistant, for one, makes several entities of one plug. */
@Service
class Aliases {
    private final Devices devices;
    private final Audit audit;
    private final Clock clock;

    Aliases(Devices devices, Audit audit, Clock clock) {
        this.devices = devices;
        this.audit = audit;
        this.clock = clock;
    }

    /** Of each of these devices, by its id; devices without any are not in it. */
    Map<String, List<String>> of(Collection<Device> some) {
        return devices.aliases(some);
    }

    /** Refuses a name that a device or an alias has already. */
    @Transactional
    void add(String alias, String deviceId) {
        if (!Device.validId(alias)) {
            throw new Refused(
                    "This alias is not usable. It may hold 1 to 128 characters, but neither + nor # nor a control character.");
        }
        var device = get(deviceId);
        var taken = devices.list(List.of(alias)).get(alias);
        if (taken != null) {
            throw new Refused("The name \"%s\" belongs to the device \"%s\" already.".formatted(alias, taken.id()));
        }
        try {
            devices.addAlias(alias, device, clock.instant());
        } catch (DuplicateKeyException e) {
            throw new Refused("Somebody else gave the name \"%s\" just now.".formatted(alias));
        }
        audit.record(
                "household:" + device.householdId(),
                "device.alias-added",
                Map.of("device", device.id(), "alias", alias));
    }

    /** What is reported under this name is not understood any more; what was stored stays. */
    @Transactional
    void remove(String alias) {
        var device = devices.list(List.of(alias)).get(alias);
        if (device == null || devices.removeAlias(alias) == 0) {
            throw new NotFound("There is no alias \"%s\".".formatted(alias));
        }
        audit.record(
                "household:" + device.householdId(),
                "device.alias-removed",
                Map.of("device", device.id(), "alias", alias));
    }

    /** By its id or an alias. */
    Device get(String id) {
        var device = devices.list(List.of(id)).get(id);
        if (device == null) {
            throw new NotFound("There is no device \"%s\".".formatted(id));
        }
        return device;
    }
}
