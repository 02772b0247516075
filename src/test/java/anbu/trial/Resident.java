package anbu.trial;

import anbu.households.Appliance;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the person in a home does, day after day: the same for the same seed, whenever it is asked. */
final class Resident {
    private static final int SLEEP_LATEST = 23 * 60 + 50;
    private static final int SUNRISE = 7 * 60;
    private static final int SUNSET = 17 * 60 + 30;

    private final Home home;
    private final Noise habits;
    private final ZoneId zone;

    Resident(Home home, Noise noise, ZoneId zone) {
        this.home = home;
        this.habits = noise.of(home.no());
        this.zone = zone;
    }

    /** Everything that overlaps the span, by start. */
    List<Use> uses(Instant from, Instant to) {
        var uses = new ArrayList<Use>();
        var last = LocalDate.ofInstant(to, zone);
        for (var day = LocalDate.ofInstant(from, zone); !day.isAfter(last); day = day.plusDays(1)) {
            uses.addAll(lived(day));
        }
        home.quiets().forEach(quiet -> uses.add(lastUse(quiet)));
        return uses.stream()
                .filter(use -> use.overlaps(from, to))
                .sorted(Comparator.comparing(Use::from))
                .toList();
    }

    private Use lastUse(Quiet quiet) {
        return new Use(home.mainPlug(), quiet.from().minus(Quiet.LAST_USE), quiet.from());
    }

    private List<Use> lived(LocalDate day) {
        var uses = new ArrayList<Use>();
        for (var use : planned(day)) {
            var kept = use;
            for (var quiet : home.quiets()) {
                // the last thing before a quiet span starts from rest
                var rest = quiet.from().minus(Quiet.LAST_USE).minus(Duration.ofMinutes(5));
                kept = kept.from().isBefore(rest) ? kept.until(rest) : kept;
            }
            if (happens(kept)) {
                uses.add(kept);
            }
        }
        return uses;
    }

    private boolean happens(Use use) {
        return home.quiets().stream()
                .noneMatch(quiet -> coversStart(quiet, use)
                        || habits.happens(use.from().toEpochMilli(), quiet.omitted(use.from())));
    }

    private static boolean coversStart(Quiet quiet, Use use) {
        return quiet.covers(use.from().plus(Duration.ofMinutes(5))) || quiet.covers(use.from());
    }

    private List<Use> planned(LocalDate day) {
        var chance = habits.of(day.toEpochDay());
        var weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        var wake = (int) (habits.between(1, 330, 450) + chance.between(1, -15, 15) + (weekend ? 30 : 0));
        var sleep = (int) Math.min(SLEEP_LATEST, habits.between(2, 1290, 1400) + chance.between(2, -20, 25));
        var out = chance.happens(3, weekend ? 0.25 : 0.12);
        var plan = new ArrayList<Use>();
        for (var plug : home.plugs()) {
            var plugged = chance.of(plug.no());
            switch (plug.appliance()) {
                case TELEVISION -> television(new Plan(plan, plug, day, zone), plugged, wake, sleep);
                case LAMP -> lamp(new Plan(plan, plug, day, zone), plugged, wake, sleep);
                case RICE_COOKER, MICROWAVE, KETTLE -> meals(new Plan(plan, plug, day, zone), plugged, wake);
                default -> {
                    // runs by itself
                }
            }
        }
        if (out) {
            var leaves = Plan.moment(day, zone, (int) chance.between(4, 540, 630));
            var returns = Plan.moment(day, zone, (int) chance.between(5, 930, 1050));
            plan.removeIf(use -> use.overlaps(leaves, returns));
        }
        return plan;
    }

    private static void television(Plan plan, Noise chance, int wake, int sleep) {
        var evening = (int) chance.between(1, 1080, 1170);
        plan.add(wake + (int) chance.between(2, 10, 40), (int) chance.between(3, 30, 90));
        if (chance.happens(4, 0.6)) {
            plan.add((int) chance.between(5, 800, 900), (int) chance.between(6, 40, 110));
        }
        plan.add(evening, Math.max(45, sleep - 20 - evening));
    }

    private static void lamp(Plan plan, Noise chance, int wake, int sleep) {
        plan.add(wake, Math.max(20, Math.min(90, SUNRISE + 20 - wake)));
        var dusk = SUNSET + (int) chance.between(1, 5, 40);
        plan.add(dusk, Math.max(60, sleep - dusk));
        if (chance.happens(2, 0.4)) {
            // up at night, briefly
            plan.add((int) chance.between(3, 100, 240), (int) chance.between(4, 4, 12));
        }
    }

    private static void meals(Plan plan, Noise chance, int wake) {
        var minutes = plan.plug().appliance() == Appliance.RICE_COOKER ? 28 : 4;
        plan.add(wake + (int) chance.between(1, 20, 60), minutes);
        if (plan.plug().appliance() != Appliance.RICE_COOKER) {
            plan.add((int) chance.between(2, 710, 780), minutes);
        }
        plan.add((int) chance.between(3, 1030, 1110), minutes);
    }

    /** The uses of one plug on one day, in minutes of that day. */
    private record Plan(List<Use> uses, Plug plug, LocalDate day, ZoneId zone) {
        void add(int minute, int minutes) {
            var from = moment(day, zone, minute);
            uses.add(new Use(plug, from, from.plus(Duration.ofMinutes(minutes))));
        }

        static Instant moment(LocalDate day, ZoneId zone, int minute) {
            return day.atStartOfDay(zone).toInstant().plus(Duration.ofMinutes(minute));
        }
    }
}
