package anbu.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Moments for readings that carry no time of their own. Several of one plug may arrive in the same millisecond, above all after an
 * outage; each gets a millisecond, in the order of arrival, so that none passes for a repetition of another.
 */
final class ArrivalTimes {
    /** How far ahead of arrival earlier readings may have been moved, and still push the next one on. */
    private static final Duration LONGEST_QUEUE = Duration.ofSeconds(10);

    private ArrivalTimes() {}

    /** @param newest the newest moment known of this device, null when there is none */
    static List<Reading> apart(@Nullable Instant newest, List<Reading> arrived) {
        if (arrived.stream().allMatch(Reading::ownTime)) {
            return arrived;
        }
        Set<Instant> taken = arrived.stream()
                .filter(Reading::ownTime)
                .map(Reading::measuredAt)
                .collect(Collectors.toCollection(HashSet::new));
        var placed = new ArrayList<Reading>(arrived.size());
        var last = newest;
        for (var reading : arrived) {
            var place = reading.measuredAt();
            if (!reading.ownTime()) {
                place = free(place, last, taken);
                taken.add(place);
                last = place;
            }
            placed.add(reading.measuredAt(place));
        }
        return placed;
    }

    private static Instant free(Instant arrival, @Nullable Instant last, Set<Instant> taken) {
        var place = arrival;
        if (last != null && !last.isBefore(arrival) && last.isBefore(arrival.plus(LONGEST_QUEUE))) {
            place = last.plusMillis(1);
        }
        while (taken.contains(place)) {
            place = place.plusMillis(1);
        }
        return place;
    }
}
