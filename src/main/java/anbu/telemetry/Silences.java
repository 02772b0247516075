package anbu.telemetry;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** When nothing in a home reported. */
@Component
class Silences {
    private final DeviceStates states;
    private final HourlySums sums;

    Silences(DeviceStates states, HourlySums sums) {
        this.states = states;
        this.sums = sums;
    }

    /** The spans of each home longer than {@link Chart#SILENCE} in which no device reported, as [from ms, to ms], by start. */
    Map<String, List<long[]>> of(Collection<String> householdIds, Instant from, Instant to) {
        var homes = new HashMap<String, Stream<Chart.Reported>>();
        var devices = states.of(householdIds);
        var hours = sums.of(devices.stream().map(DeviceState::deviceNo).toList(), from, to);
        for (var device : devices) {
            var reports =
                    hours.getOrDefault(device.deviceNo(), List.of()).stream().flatMap(Chart.Reported::in);
            homes.merge(device.householdId(), reports, Stream::concat);
        }
        var silences = new HashMap<String, List<long[]>>();
        homes.forEach((home, reports) -> silences.put(home, Chart.gaps(from, reports, to)));
        return silences;
    }
}
