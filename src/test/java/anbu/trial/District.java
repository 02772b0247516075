package anbu.trial;

import anbu.households.Appliance;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * About two hundred homes, the same for the same seed and moments: what history tells and what the plugs say live agree, and any gap can be
 * filled later.
 *
 * @param homes all of them, scenes included
 * @param scenes the homes that play the scenes of the latest start
 */
record District(List<Home> homes, Map<Scene, Home> scenes, Noise noise, ZoneId zone) {
    static final int HOMES = 200;
    static final Duration HISTORY = Duration.ofDays(14);

    /**
     * @param starts the moments from which scenes are told: the first start of the trial and, after a long break, further ones
     */
    static District of(long seed, List<Instant> starts, ZoneId zone) {
        var noise = new Noise(seed);
        var first = starts.get(0);
        var homes = new ArrayList<Home>();
        for (var no = 1; no <= HOMES; no++) {
            homes.add(withPast(People.home(no, noise, first.minus(Duration.ofDays(90))), noise, first));
        }
        var played = new HashSet<Integer>();
        var latest = new EnumMap<Scene, Home>(Scene.class);
        for (var start : starts) {
            for (var scene : Scene.values()) {
                var home = actor(homes, scene, played).inScene(scene, start);
                played.add(home.no());
                homes.set(home.no() - 1, home);
                latest.put(scene, home);
            }
        }
        return new District(List.copyOf(homes), Map.copyOf(latest), noise, zone);
    }

    Meter meter(Home home) {
        return new Meter(home, noise, zone);
    }

    Home home(String id) {
        return homes.stream()
                .filter(home -> home.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The district has no home %s.".formatted(id)));
    }

    /** Every homes' past: of ten homes three had a concern, of fifteen of these three people needed help, after days of decline. */
    private static Home withPast(Home home, Noise noise, Instant first) {
        if (home.no() % 10 != 3 && home.no() % 10 != 6 && home.no() % 10 != 9) {
            return home;
        }
        var own = noise.of(home.no());
        var trueAlarm = (home.no() / 10) % 5 == 0;
        var from = first.minus(Duration.ofMinutes((long) own.between(41, 5.0 * 1440, 8.0 * 1440)));
        var hours = People.dangerLimit(home.group()).plusMinutes((long) own.between(42, 60, 360));
        var quiet = new Quiet(from, from.plus(hours), trueAlarm ? Quiet.Decline.GRADUAL : Quiet.Decline.NONE);
        return new Home(
                home.no(),
                home.household(),
                home.contacts(),
                home.plugs(),
                List.of(quiet),
                home.phone(),
                null,
                trueAlarm);
    }

    /** The next home of the scene's group with nothing special in its past; one with a television, and with a lamp if there is one. */
    private static Home actor(List<Home> homes, Scene scene, HashSet<Integer> played) {
        return homes.stream()
                .filter(home -> home.group() == scene.group() && home.trueAlarm() == null)
                .filter(home -> has(home, Appliance.TELEVISION) && !played.contains(home.no()))
                .min(Comparator.comparing((Home home) -> !has(home, Appliance.LAMP))
                        .thenComparing(Home::no))
                .orElseThrow(() -> new IllegalStateException(
                        "The trial has been started anew so often that no home is left for the scene %s. Delete target/trial."
                                .formatted(scene)));
    }

    private static boolean has(Home home, Appliance appliance) {
        return home.plugs().stream().anyMatch(plug -> plug.appliance() == appliance);
    }
}
