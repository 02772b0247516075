package anbu.telemetry;

import anbu.households.Device;
import anbu.telemetry.Activity.Source;
import anbu.telemetry.ActivityRule.Point;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Turns readings into what is known: stored readings, activity, device state. The result depends on which readings there are, never
 * on the order or the portions in which they came: what is newer than all that is known continues from the state, what is late has its
 * surroundings judged anew from the stored readings.
 */
@Component
class Evidence {
    private static final Comparator<Activity> BY_TIME = Comparator.comparing(Activity::startAt)
            .thenComparing(a -> a.source().name());

    private final DeviceStates states;
    private final Readings readings;
    private final Activities activities;

    Evidence(DeviceStates states, Readings readings, Activities activities) {
        this.states = states;
        this.readings = readings;
        this.activities = activities;
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
        var changes = fresh.stream().map(this::judged).toList();
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

    private Change judged(Change change) {
        var newest = change.before().precedes(change.added().get(0).measuredAt()) ? continued(change) : revised(change);
        var after = newest.map(a -> change.after().lastActive(a.startAt(), description(change.device(), a)))
                .orElse(change.after());
        return new Change(change.device(), change.before(), after, change.added());
    }

    /** The newest activity among what follows the known end. */
    private Optional<Activity> continued(Change change) {
        var rule = ActivityRule.of(change.device().appliance());
        var steps = Stream.of(Source.values())
                .flatMap(source -> {
                    var points = Stream.concat(change.before().last(source).stream(), points(change.added(), source));
                    return rule.steps(change.device().no(), source, points.toList()).stream();
                })
                .sorted(BY_TIME)
                .toList();
        activities.add(steps);
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps.get(steps.size() - 1));
    }

    /** The newest activity of all, after the surroundings of each late reading were judged anew. */
    private Optional<Activity> revised(Change change) {
        var added = change.added();
        int first = 0;
        for (int i = 1; i <= added.size(); i++) {
            if (i == added.size() || apart(added.get(i - 1), added.get(i))) {
                revise(
                        change.device(),
                        added.get(first).measuredAt(),
                        added.get(i - 1).measuredAt());
                first = i;
            }
        }
        return activities.newest(change.device().no());
    }

    private static boolean apart(Reading one, Reading next) {
        return next.measuredAt().isAfter(one.measuredAt().plus(ActivityRule.POWER_GAP.multipliedBy(2)));
    }

    /** Only steps from the first changed moment to one gap after the last can differ, and no step looks back further than one gap. */
    private void revise(Device device, Instant from, Instant to) {
        var end = to.plus(ActivityRule.POWER_GAP);
        var around = readings.between(device.no(), from.minus(ActivityRule.POWER_GAP), end);
        var rule = ActivityRule.of(device.appliance());
        activities.remove(device.no(), from, end);
        activities.add(Stream.of(Source.values())
                .flatMap(source -> rule.steps(device.no(), source, points(around.stream(), source)).stream())
                .filter(step -> !step.startAt().isBefore(from))
                .toList());
    }

    private static Stream<Point> points(List<Reading> readings, Source source) {
        return points(readings.stream(), source).stream();
    }

    private static List<Point> points(Stream<Reading> readings, Source source) {
        return readings.flatMap(reading -> Optional.ofNullable(reading.value(source)).stream()
                        .map(value -> new Point(reading.measuredAt(), value)))
                .toList();
    }

    private static String description(Device device, Activity activity) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("device", device.id())
                .put("appliance", device.appliance().name())
                .put("source", activity.source().name())
                .put("before", activity.beforeValue())
                .put("after", activity.afterValue())
                .toString();
    }
}
