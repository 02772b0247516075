package anbu.telemetry;

import anbu.households.Device;
import anbu.households.HouseholdEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** What the plugs said. */
@Service
public class Telemetry {
    private final DeviceStates states;
    private final Activities activities;
    private final Sketches sketches;

    Telemetry(DeviceStates states, Activities activities, Sketches sketches) {
        this.states = states;
        this.sketches = sketches;
        this.activities = activities;
    }

    @EventListener // same transaction: a device is known here from its first moment
    void on(HouseholdEvent.DevicesInstalled installed) {
        states.install(installed.devices());
        sketches.forgetStrangers(installed.devices().stream().map(Device::no).toList());
    }

    /** The signals of these homes, one row each, also for homes that never reported. */
    public Map<String, HomeSignal> signals(Collection<String> householdIds) {
        var signals = new LinkedHashMap<String, HomeSignal>();
        householdIds.forEach(id -> signals.put(id, new HomeSignal(id, null, null, null, null)));
        states.of(householdIds)
                .forEach(device -> signals.computeIfPresent(device.householdId(), (id, s) -> join(s, device)));
        return signals;
    }

    /** Activities of each home that overlap the span, by start. Homes without any are not in it. */
    public Map<String, List<Activity>> activities(Collection<String> householdIds, Instant from, Instant to) {
        return activities.of(householdIds, from, to);
    }

    /** The longest time between the starts of two activities of the home in the span; empty with fewer than two. */
    public Optional<Duration> longestGap(String householdId, Instant from, Instant to) {
        return activities.longestGap(householdId, from, to);
    }

    private static HomeSignal join(HomeSignal home, DeviceState device) {
        var newer = isBefore(home.lastActivityAt(), device.lastActivityAt());
        return new HomeSignal(
                home.householdId(),
                earlier(home.firstReportAt(), device.firstMeasuredAt()),
                isBefore(home.lastReportAt(), device.lastMeasuredAt()) ? device.lastMeasuredAt() : home.lastReportAt(),
                newer ? device.lastActivityAt() : home.lastActivityAt(),
                newer ? device.lastActivity() : home.lastActivity());
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    /** Nothing known is before everything known. */
    private static boolean isBefore(@Nullable Instant one, @Nullable Instant other) {
        return other != null && (one == null || one.isBefore(other));
    }
}
