package anbu.telemetry;

import anbu.households.Device;
import anbu.households.Households;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * The installed devices by name, as intake needs them for every batch. What was found is kept at hand for a few seconds; what was not
 * found is asked for each time, for it may be installed any moment. That a device is in another home by now shows in its locked state.
 */
@Component
class Directory {
    private static final Duration AT_HAND = Duration.ofSeconds(10);
    private static final int MOST = 200_000;

    private final Households households;
    private final Cache<String, Device> atHand =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(AT_HAND).build();

    Directory(Households households) {
        this.households = households;
    }

    /** Those of these names that are installed, by name. */
    Map<String, Device> devices(Collection<String> ids) {
        var found = new HashMap<String, Device>(ids.size() * 2);
        var missing = new ArrayList<String>();
        for (var id : ids) {
            var device = atHand.getIfPresent(id);
            if (device == null) {
                missing.add(id);
            } else {
                found.put(id, device);
            }
        }
        if (!missing.isEmpty()) {
            var asked = households.devices(missing);
            atHand.putAll(asked);
            found.putAll(asked);
        }
        return found;
    }

    /** To be called once the devices are locked: throws where one was moved since it was looked up, so that the transaction is tried again. */
    void refuseMoved(List<Evidence.Change> changes) {
        var doubtful = changes.stream()
                .filter(change ->
                        !change.before().householdId().equals(change.device().householdId()))
                .map(Evidence.Change::device)
                .toList();
        if (doubtful.isEmpty()) {
            return;
        }
        var now = households.devices(doubtful.stream().map(Device::id).toList());
        atHand.putAll(now);
        for (var device : doubtful) {
            if (!device.equals(now.get(device.id()))) {
                atHand.invalidateAll(doubtful.stream().map(Device::id).toList());
                throw new ConcurrencyFailureException("Device %s was moved meanwhile.".formatted(device.id()));
            }
        }
    }
}
