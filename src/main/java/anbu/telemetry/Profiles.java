package anbu.telemetry;

import anbu.households.Appliance;
import anbu.households.Device;
import anbu.telemetry.activity.DaySketch;
import anbu.telemetry.activity.Learning;
import anbu.telemetry.activity.Profile;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What each plug has learned by a day. The profile of a day depends on the readings of earlier days only, so it is made once and
 * then only looked up; every node makes the same.
 */
@Component
class Profiles {
    private static final int PROFILES_AT_HAND = 100_000;

    private final Readings readings;
    private final Sketches sketches;
    private final ZoneId zone;
    private final Cache<Key, Profile> atHand =
            Caffeine.newBuilder().maximumSize(PROFILES_AT_HAND).build();

    Profiles(Readings readings, Sketches sketches, ZoneId serviceZone) {
        this.readings = readings;
        this.sketches = sketches;
        this.zone = serviceZone;
    }

    /** A profile is the same for as long as these are. */
    record Key(int deviceNo, LocalDate day, int version, Appliance appliance) {
        static Key of(Device device, DeviceState state, LocalDate day) {
            return new Key(device.no(), day, state.sketchVersion(), device.appliance());
        }
    }

    LocalDate day(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    /** Makes the sketches that the profile of that day needs. */
    DeviceState readied(DeviceState state, LocalDate day) {
        return sketched(state, day.minusDays(Learning.LAG_DAYS));
    }

    /** Makes the sketches of all days up to this one that are not made yet. */
    DeviceState sketched(DeviceState state, LocalDate to) {
        var done = state.sketchedTo();
        var first = state.firstMeasuredAt();
        if (first == null || (done != null && !done.isBefore(to))) {
            return state;
        }
        var from = later(later(day(first), to.minusDays(Learning.WINDOW_DAYS)), done == null ? null : done.plusDays(1));
        if (!from.isAfter(to)) {
            sketches.add(state.deviceNo(), drawn(state.deviceNo(), later(from, first), to));
        }
        return state.sketched(to);
    }

    /** The state with the sketches of that day and later ones forgotten, because readings of that day came late. */
    DeviceState forgotten(DeviceState state, LocalDate day) {
        var done = state.sketchedTo();
        if (done == null || done.isBefore(day)) {
            return state;
        }
        sketches.forget(state.deviceNo(), day);
        return state.forgettingFrom(day);
    }

    /** The state must be readied for the day. */
    Profile of(Device device, DeviceState state, LocalDate day) {
        var key = Key.of(device, state, day);
        var known = atHand.getIfPresent(key);
        if (known != null) {
            return known;
        }
        var profile = sketches.profile(key).orElseGet(() -> learned(key));
        atHand.put(key, profile);
        return profile;
    }

    private Profile learned(Key key) {
        var days = sketches.between(
                key.deviceNo(),
                key.day().minusDays(Learning.WINDOW_DAYS),
                key.day().minusDays(Learning.LAG_DAYS));
        var profile = Learning.profile(key.appliance(), days);
        sketches.keep(key, profile);
        return profile;
    }

    private List<DaySketch> drawn(int deviceNo, Instant from, LocalDate to) {
        var days = new ArrayList<DaySketch>();
        var byDay = new TreeMap<LocalDate, List<Reading>>();
        readings.between(deviceNo, from, start(to.plusDays(1)).minusMillis(1))
                .forEach(reading -> byDay.computeIfAbsent(day(reading.measuredAt()), any -> new ArrayList<>())
                        .add(reading));
        byDay.forEach((day, some) -> days.add(
                DaySketch.of(day, zone, some.stream().map(Reading::sample).toList())));
        return days;
    }

    Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private Instant later(LocalDate day, Instant moment) {
        var start = start(day);
        return start.isAfter(moment) ? start : moment;
    }

    private static LocalDate later(LocalDate one, @Nullable LocalDate other) {
        return other == null || one.isAfter(other) ? one : other;
    }
}
