package anbu.telemetry.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import anbu.households.Appliance;
import anbu.telemetry.activity.MeasuredHome.Between;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How well persons are found in real measurements, beside the simplest rule; the table goes to docs/benchmarks.md. */
@Tag("bench")
class ActivityBenchTest {
    private static final double BASELINE = 5;
    private static final Duration ALIVE = Duration.ofMinutes(30);
    private static final Duration DAY = Duration.ofHours(24);
    private static final List<String> TABLE = new ArrayList<>();

    @BeforeAll
    static void theSharedDataAreThere() {
        assumeTrue(Files.isDirectory(MeasuredHome.FOLDER), "no shared data beside the repository");
        TABLE.add(
                "| data | rule | activity seen | steps invented while nobody is home | hours of false alive | 24 h rule: hit, missed, false |");
        TABLE.add("|---|---|---|---|---|---|");
    }

    @AfterAll
    static void writeTheTable() throws IOException {
        Files.createDirectories(Path.of("target/bench"));
        Files.write(Path.of("target/bench/activity.md"), TABLE);
    }

    @Test
    void refit() {
        for (var file : List.of("refit-h02_5min.csv.gz", "refit-h02_1min_2014-06_08.csv.gz")) {
            var home = MeasuredHome.of(file, "Europe/London");
            var absences = References.refitAbsences();
            var uses = References.uses(home, "whole-house");
            measure(file, home, uses, absences, 24);
            home.plugs.keySet().removeIf(name -> !name.contains("mains"));
            measure(file + ", mains alone", home, uses, absences, 24);
        }
    }

    @Test
    void solo() {
        var home = MeasuredHome.of("solo-us1_30min_2014-01_05.csv.gz", "America/New_York");
        measure("solo-us1", home, References.uses(home, "fridge and range circuit"), References.soloPauses(), 24);
    }

    @Test
    void tracebase() {
        for (var part : List.of("b,Europe/Berlin", "c,Europe/Berlin", "syd,Australia/Sydney")) {
            var name = part.split(",")[0];
            var home = MeasuredHome.of("tracebase-" + name + "_1min.csv.gz", part.split(",")[1]);
            measure("tracebase-" + name, home, References.uses(home, "fridge"), List.of(), 0);
        }
    }

    @Test
    void rooms() {
        for (var room : List.of("office-mons_light_1min,Europe/Brussels", "room-hyd_light_30s,Asia/Kolkata")) {
            var file = room.split(",")[0];
            var home = MeasuredHome.of(file + ".csv.gz", room.split(",")[1]);
            measure(file, home, References.occupied(file, "1"), References.occupied(file, "0"), 0);
        }
    }

    @Test
    void activityHomes() {
        measure("wsu-smp + fridge", Switches.wsu(), Switches.wsuSwitched(), Switches.wsuAway(), 12);
        measure("mit-s1 + fridge", Switches.mit(), Switches.mitSwitched(), Switches.mitQuiet(), 0);
    }

    @Test
    void plugsOfFridgesAlone() {
        for (var file :
                List.of("tracebase-b_1min.csv.gz", "tracebase-c_1min.csv.gz", "solo-us1_30min_2014-01_05.csv.gz")) {
            var home = MeasuredHome.of(file, "Europe/Berlin");
            home.plugs.values().stream()
                    .filter(plug -> plug.appliance().contains("fridge"))
                    .forEach(plug -> {
                        var simple = new TreeSet<Instant>();
                        MeasuredHome.changed(plug, BASELINE, simple);
                        for (var word : List.of(Appliance.REFRIGERATOR, Appliance.OTHER, Appliance.TELEVISION)) {
                            var found = new TreeSet<>(home.detected(plug, word).stream()
                                    .map(Step::at)
                                    .toList());
                            TABLE.add("| %s alone, called %s | detector | | | %.1f | |"
                                    .formatted(plug.name(), word, aliveHours(found)));
                            assertThat(aliveHours(found)).isLessThan(0.05 * aliveHours(simple) + 8);
                        }
                        TABLE.add(
                                "| %s alone | change >= 5 W | | | %.1f | |".formatted(plug.name(), aliveHours(simple)));
                    });
        }
    }

    /** Adds the lines of one home; a rule of so many hours is judged if that is not 0. */
    private static void measure(String name, MeasuredHome home, List<Between> uses, List<Between> absences, int hours) {
        var found = home.detected();
        var simple = home.changed(BASELINE);
        line(name, "detector", home, found, uses, absences, hours);
        line(name, "change >= 5", home, simple, uses, absences, hours);
        var by = BASELINE;
        var tuned = simple;
        while (invented(tuned, absences).size() > invented(found, absences).size() && by < 20_000) {
            by *= 1.25;
            tuned = home.changed(by);
        }
        if (by > BASELINE) {
            line(name, "change >= %.0f (invents as little)".formatted(by), home, tuned, uses, absences, hours);
            assertThat(invented(found, absences))
                    .hasSizeLessThan(invented(simple, absences).size() / 2 + 1);
            assertThat(seen(found, uses)).isGreaterThanOrEqualTo(seen(tuned, uses));
        }
    }

    private static void line(
            String name,
            String rule,
            MeasuredHome home,
            TreeSet<Instant> steps,
            List<Between> uses,
            List<Between> absences,
            int hours) {
        var invented = invented(steps, absences);
        TABLE.add("| %s | %s | %.1f %% of %,d | %s | %s | %s |"
                .formatted(
                        name,
                        rule,
                        100.0 * seen(steps, uses) / uses.size(),
                        uses.size(),
                        absences.isEmpty() ? "" : "%,d in %,.0f h".formatted(invented.size(), hours(absences)),
                        absences.isEmpty() ? "" : "%.1f".formatted(aliveHours(invented)),
                        hours == 24
                                ? AbsenceRule.judged(home, steps, absences, DAY)
                                : hours == 0 ? "" : AbsenceRule.longest(steps)));
    }

    private static long seen(TreeSet<Instant> steps, List<Between> uses) {
        return uses.stream()
                .filter(use -> {
                    var step = steps.ceiling(use.start().minus(Duration.ofMinutes(10)));
                    return step != null && !step.isAfter(use.end().plus(Duration.ofMinutes(15)));
                })
                .count();
    }

    private static TreeSet<Instant> invented(TreeSet<Instant> steps, List<Between> absences) {
        var invented = new TreeSet<Instant>();
        absences.forEach(absence -> invented.addAll(steps.subSet(absence.start(), absence.end())));
        return invented;
    }

    private static double hours(List<Between> spans) {
        return spans.stream()
                        .mapToLong(span ->
                                Duration.between(span.start(), span.end()).toMinutes())
                        .sum()
                / 60.0;
    }

    /** How long somebody seemed alive: half an hour from each step. */
    private static double aliveHours(TreeSet<Instant> steps) {
        long seconds = 0;
        var end = Instant.MIN;
        for (var step : steps) {
            var until = step.plus(ALIVE);
            seconds += Duration.between(step.isAfter(end) ? step : end, until).toSeconds();
            end = until;
        }
        return seconds / 3600.0;
    }
}
