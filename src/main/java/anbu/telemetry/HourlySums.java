package anbu.telemetry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hours as they are now: those summed up, and what has come since from the readings themselves. */
@Component
class HourlySums {
    private final Hours hours;

    HourlySums(Hours hours) {
        this.hours = hours;
    }

    /**
     * By device and time: the whole hours from that of {@code from} to those before {@code to}, the last of them with what is known of it so
     * far; nothing from a device's time in another home. A late reading shows within a minute.
     */
    Map<Integer, List<Hour>> of(Collection<Integer> deviceNos, Instant from, Instant to) {
        var sums = new LinkedHashMap<Integer, List<Hour>>();
        var known = hours.known(deviceNos);
        known.forEach(device -> sums.put(device.deviceNo(), new ArrayList<>()));
        var limits = new LinkedHashMap<Integer, Hours.Known>();
        known.forEach(device -> limits.put(device.deviceNo(), device));
        for (var hour : hours.between(limits.keySet(), from, to)) {
            var device = limits.get(hour.deviceNo());
            if (device != null && isWhole(hour, device)) {
                sums.computeIfAbsent(hour.deviceNo(), any -> new ArrayList<>()).add(hour);
            }
        }
        for (var device : known) {
            var start = later(later(from, device.firstMeasuredAt()), device.rolledUpTo());
            if (start.isBefore(to)) {
                sums.computeIfAbsent(device.deviceNo(), any -> new ArrayList<>())
                        .addAll(hours.fresh(device.deviceNo(), start, to));
            }
        }
        return sums;
    }

    private static boolean isWhole(Hour hour, Hours.Known device) {
        return device.rolledUpTo() != null
                && hour.hourAt().isBefore(device.rolledUpTo())
                && !hour.lastAt().isBefore(device.firstMeasuredAt());
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return Optional.ofNullable(other).filter(one::isBefore).orElse(one);
    }
}
