package anbu.telemetry;

import anbu.households.Device;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Turns readings into what is known: stored readings, activity, device state. The result depends on which readings there are, never
 * on the order or the portions in which they came.
 */
@Component
class Evidence {
    private final DeviceStates states;
    private final Readings readings;
    private final Recognition recognition;

    Evidence(DeviceStates states, Readings readings, Recognition recognition) {
        this.states = states;
        this.readings = readings;
        this.recognition = recognition;
    }

    /** What the readings of one device changed: {@code added} holds those not known before, in order of time. */
    record Change(Device device, DeviceState before, DeviceState after, List<Reading> added) {}

    /** Locks the devices, stores what is new of each, and says what that changed; hinted devices may have none. */
    List<Change> take(Collection<Device> devices, Map<Integer, List<Reading>> arrived) {
        var locked = states.lock(devices);
        var fresh = new ArrayList<Change>();
        for (var device : devices) {
            var before = Objects.requireNonNull(locked.get(device.no()));
            var added = unknown(before, arrived.getOrDefault(device.no(), List.of()));
            if (!added.isEmpty()) {
                fresh.add(new Change(device, before, before.knowing(added), added));
            }
        }
        readings.add(fresh.stream().flatMap(change -> change.added().stream()).toList());
        var changes = fresh.stream().map(recognition::judged).toList();
        states.save(changes.stream().map(Change::after).toList());
        return changes;
    }

    private List<Reading> unknown(DeviceState state, List<Reading> arrived) {
        SortedMap<Instant, Reading> byTime = ArrivalTimes.apart(state.lastMeasuredAt(), arrived).stream()
                .collect(Collectors.toMap(
                        Reading::measuredAt, Function.identity(), (first, again) -> first, TreeMap::new));
        var late = byTime.keySet().stream().filter(at -> !state.precedes(at)).toList();
        if (!late.isEmpty()) {
            byTime.keySet().removeAll(readings.known(state.deviceNo(), late));
        }
        return List.copyOf(byTime.values());
    }
}
