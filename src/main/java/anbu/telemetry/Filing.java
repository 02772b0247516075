package anbu.telemetry;

import anbu.households.Device;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts the items of a batch where they belong, inside the caller's transaction. */
@Component
class Filing {
    private final Directory directory;
    private final Shelves shelves;
    private final ApplicationEventPublisher events;
    private final TelemetrySettings settings;

    Filing(Directory directory, Shelves shelves, ApplicationEventPublisher events, TelemetrySettings settings) {
        this.directory = directory;
        this.shelves = shelves;
        this.events = events;
        this.settings = settings;
    }

    /** Where things go. */
    @Component
    record Shelves(
            Evidence evidence,
            DeviceStates states,
            DeviceHealth health,
            Rollup rollup,
            Quarantine quarantine,
            Sequences sequences) {}

    /** What became of a batch. {@code stored} are readings not known before, {@code duplicates} those that were, {@code numbers} what their numbers tell. */
    record Receipt(List<Reading> stored, int duplicates, List<Item.Bad> quarantined, Sequences.Found numbers) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public Receipt file(List<Item> items) {
        var sorted = new Sorted(directory.devices(deviceIds(items)));
        items.forEach(sorted::put);
        var homes = sorted.devices.values().stream().map(Device::householdId).collect(Collectors.toSet());
        var news = new News(shelves.states().newest(homes), settings.resumedAfter());
        var changes = shelves.evidence().take(sorted.devices.values(), sorted.readings);
        directory.refuseMoved(changes);
        var numbers = shelves.sequences().note(changes);
        changes.forEach(change ->
                shelves.rollup().touched(change.device().no(), change.before().lastMeasuredAt(), change.added()));
        shelves.health().note(changes);
        sorted.hints.forEach(shelves.health()::hint);
        shelves.quarantine().add(sorted.bad);
        news.of(changes).forEach(events::publishEvent);
        var stored = changes.stream().flatMap(c -> c.added().stream()).toList();
        var all = sorted.readings.values().stream().mapToInt(List::size).sum();
        return new Receipt(stored, all - stored.size(), List.copyOf(sorted.bad), numbers);
    }

    private static List<String> deviceIds(List<Item> items) {
        return items.stream()
                .flatMap(item -> Stream.ofNullable(deviceId(item)))
                .distinct()
                .toList();
    }

    static @Nullable String deviceId(Item item) {
        if (item instanceof Item.Sample sample) {
            return sample.deviceId();
        }
        return item instanceof Item.Hint hint ? hint.deviceId() : null;
    }

    /** Its device is not installed. */
    static Item.Bad unknown(Item item) {
        return new Item.Bad(
                item.origin(),
                Reason.UNKNOWN_DEVICE,
                "No device of this name is installed. Install it in its home, or correct the name in the plug.",
                deviceId(item));
    }

    /** The items by device, in the order of device numbers. */
    private static final class Sorted {
        final Map<String, Device> known;
        final Map<Integer, Device> devices = new TreeMap<>();
        final Map<Integer, List<Reading>> readings = new HashMap<>();
        final Map<Integer, Item.Hint> hints = new TreeMap<>();
        final List<Item.Bad> bad = new ArrayList<>();

        Sorted(Map<String, Device> known) {
            this.known = known;
        }

        void put(Item item) {
            if (item instanceof Item.Bad already) {
                bad.add(already);
            } else if (item instanceof Item.Sample sample && known.containsKey(sample.deviceId())) {
                int no = device(sample.deviceId());
                readings.computeIfAbsent(no, any -> new ArrayList<>()).add(sample.of(no));
            } else if (item instanceof Item.Hint hint && known.containsKey(hint.deviceId())) {
                hints.put(device(hint.deviceId()), hint);
            } else if (!(item instanceof Item.Hint && item.origin().isForeign())) {
                bad.add(unknown(item));
            }
        }

        private int device(String id) {
            var device = Objects.requireNonNull(known.get(id));
            devices.put(device.no(), device);
            return device.no();
        }
    }
}
