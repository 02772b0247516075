package anbu.trial;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the plugs of a home measure and when they report: every ten minutes, and at once when a person switches. */
final class Meter {
    private static final long EVERY_MILLIS = Duration.ofMinutes(10).toMillis();
    private static final double SUNRISE = 6.9;
    private static final double SUNSET = 17.6;

    private final Home home;
    private final Resident resident;
    private final Noise noise;
    private final ZoneId zone;

    Meter(Home home, Noise noise, ZoneId zone) {
        this.home = home;
        this.resident = new Resident(home, noise, zone);
        this.noise = noise.of(home.no());
        this.zone = zone;
    }

    /** All reports of the home after the first moment and until the second, by time. */
    List<Sample> reports(Instant after, Instant until) {
        var uses = resident.uses(after.minus(Duration.ofHours(1)), until);
        var samples = new ArrayList<Sample>();
        for (var plug : home.plugs()) {
            var own = uses.stream().filter(use -> use.plug().equals(plug)).toList();
            moments(plug, own, after, until).stream()
                    .filter(home::reportsAt)
                    .map(moment -> sample(plug, moment, own))
                    .forEach(samples::add);
        }
        samples.sort(Comparator.comparing(Sample::at));
        return samples;
    }

    private TreeSet<Instant> moments(Plug plug, List<Use> uses, Instant after, Instant until) {
        var moments = new TreeSet<Instant>();
        var phase = (long) (noise.of(plug.no()).share(1) * EVERY_MILLIS);
        var first = Math.floorDiv(after.toEpochMilli() - phase, EVERY_MILLIS) + 1;
        for (var at = first * EVERY_MILLIS + phase; at <= until.toEpochMilli(); at += EVERY_MILLIS) {
            moments.add(Instant.ofEpochMilli(at));
        }
        for (var use : uses) {
            moments.add(use.from());
            moments.add(use.to());
        }
        if (home.silentFrom() != null) {
            moments.add(home.silentFrom());
        }
        moments.removeIf(moment -> !moment.isAfter(after) || moment.isAfter(until));
        return moments;
    }

    private Sample sample(Plug plug, Instant at, List<Use> uses) {
        var on = uses.stream().anyMatch(use -> !at.isBefore(use.from()) && at.isBefore(use.to()));
        return new Sample(plug, at, watts(plug, at, on), light(plug, at, on));
    }

    private double watts(Plug plug, Instant at, boolean on) {
        var own = noise.of(plug.no());
        var ripple = own.share(at.toEpochMilli());
        return switch (plug.appliance()) {
            case TELEVISION -> on ? own.between(2, 60, 120) + 8 * ripple : own.between(3, 0.4, 1.2);
            case LAMP -> on ? own.between(2, 9, 28) : 0;
            case RICE_COOKER -> on ? 780 + 90 * ripple : 20 + 22 * ripple;
            case MICROWAVE -> on ? 1080 + 60 * ripple : 2;
            case KETTLE -> on ? 1750 + 80 * ripple : 0;
            default -> refrigerator(own, at, ripple);
        };
    }

    private static double refrigerator(Noise own, Instant at, double ripple) {
        var period = (long) own.between(2, 2_400_000, 3_600_000);
        var position = Math.floorMod(at.toEpochMilli() + (long) own.between(3, 0, period), period);
        var cooling = position < period * own.between(4, 0.3, 0.45);
        return cooling ? own.between(5, 85, 125) + 6 * ripple : 1.5 + ripple;
    }

    private @Nullable Double light(Plug plug, Instant at, boolean on) {
        if (!plug.measuresLight()) {
            return null;
        }
        var own = noise.of(plug.no());
        return daylight(own, at) + (on ? own.between(6, 130, 260) : 0);
    }

    private double daylight(Noise own, Instant at) {
        var local = at.atZone(zone);
        var hour = local.getHour() + local.getMinute() / 60.0;
        if (hour <= SUNRISE || hour >= SUNSET) {
            return 0;
        }
        var height = Math.sin(Math.PI * (hour - SUNRISE) / (SUNSET - SUNRISE));
        var sky = new Noise(LocalDate.from(local).toEpochDay()).between(7, 0.4, 1);
        return own.between(7, 60, 220) * sky * height;
    }
}
