package anbu.telemetry.replay;

import static org.assertj.core.api.Assertions.assertThat;

import anbu.households.Appliance;
import anbu.telemetry.activity.DaySketch;
import anbu.telemetry.activity.Detector;
import anbu.telemetry.activity.DeviceDays;
import anbu.telemetry.activity.Learning;
import anbu.telemetry.activity.Memory;
import anbu.telemetry.activity.Sample;
import anbu.telemetry.activity.Span;
import anbu.telemetry.activity.Step;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final String HEADER = "timestamp,home,device,appliance,power_w,illuminance_lux\n";
    private static final Instant START = Instant.parse("2026-03-01T15:00:00Z");

    @TempDir
    Path folder;

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    @Test
    void itFindsWhatLiveIntakeFindsSampleBySample() throws IOException {
        var samples = television(new Random(7), 12);

        var code = replay(csv(samples));

        assertThat(code).isZero();
        var expected = Span.of(live(samples)).stream()
                .map(span -> "h1,tv,%s,%s,POWER".formatted(span.start(), span.end()))
                .toList();
        assertThat(expected).hasSizeGreaterThan(10);
        assertThat(lines("activity.csv").subList(1, lines("activity.csv").size()))
                .isEqualTo(expected);
    }

    /** As live intake does it: sample by sample, with the memory and the sketches stored as JSON in between. */
    private static List<Step> live(List<Sample> samples) {
        var stored = new ArrayList<String>();
        var memory = Memory.NONE.toJson();
        var steps = new ArrayList<Step>();
        var today = new ArrayList<Sample>();
        LocalDate day = samples.get(0).at().atZone(SEOUL).toLocalDate();
        for (var sample : samples) {
            var date = sample.at().atZone(SEOUL).toLocalDate();
            if (!date.equals(day)) {
                stored.add(DaySketch.of(day, SEOUL, today).toJson());
                today.clear();
                day = date;
            }
            today.add(sample);
            var known =
                    DeviceDays.window(date, stored.stream().map(DaySketch::of).toList());
            var detector = new Detector(Learning.profile(Appliance.TELEVISION, known), Memory.of(memory));
            steps.addAll(detector.accept(sample));
            memory = detector.memory().toJson();
        }
        return steps;
    }

    @Test
    void theOrderOfRowsWithinADayMakesNoDifference() throws IOException {
        var rows = new ArrayList<>(
                csv(television(new Random(8), 3)).lines().skip(1).toList());
        replay(HEADER + String.join("\n", rows));
        var inOrder = lines("activity.csv");
        Collections.shuffle(rows.subList(10, 140), new Random(1));

        replay(HEADER + String.join("\n", rows));

        assertThat(lines("activity.csv")).isEqualTo(inOrder);
    }

    @Test
    void rowsThatComeWhenTheirDayIsJudgedAreCountedAndLeftOut() throws IOException {
        var rows = csv(television(new Random(8), 3)) + "2026-03-01T16:00:00Z,h1,tv,TV,4,\n";

        assertThat(replay(rows)).isZero();

        assertThat(screen.toString(StandardCharsets.UTF_8)).contains("1 rows came more than an hour after");
    }

    @Test
    void statesFollowEachOtherFromTheFirstReadingToTheLast() throws IOException {
        var rows = new StringBuilder(HEADER);
        row(rows, 0, "h1", 0.5);
        for (int minute = 10; minute <= 600; minute += 10) {
            row(rows, minute, "h1", minute < 300 ? 0.5 : 90);
        }
        row(rows, 900, "h1", 90);
        row(rows, 900, "h2", 1);
        row(rows, 910, "h2", 1);

        replay(rows.toString());

        assertThat(lines("states.csv"))
                .containsExactly(
                        "home,state,start,end",
                        state("h1", "QUIET", 0, 300),
                        state("h1", "ACTIVE", 300, 330),
                        state("h1", "QUIET", 330, 610),
                        state("h1", "SILENT", 610, 900),
                        state("h2", "NEVER_SEEN", 0, 900),
                        state("h2", "QUIET", 900, 910));
    }

    @Test
    void aHomeThatFellSilentIsSilentToTheEndOfTheFile() throws IOException {
        var rows = new StringBuilder(HEADER);
        row(rows, 0, "h1", 0.5);
        row(rows, 10, "h1", 0.5);
        row(rows, 300, "h2", 1);

        replay(rows.toString());

        assertThat(lines("states.csv")).contains(state("h1", "QUIET", 0, 20), state("h1", "SILENT", 20, 300));
    }

    @Test
    void columnsMayComeInAnyOrderAndPacked() throws IOException {
        var text =
                "\uFEFFilluminance_lux,power_w,note,appliance,device,home,timestamp\n,0.5,x,TV,tv,h1,2026-03-02T00:00:00+09:00\n,90,x,TV,tv,h1,2026-03-02T00:05:00+09:00\n";
        var file = folder.resolve("in.csv.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }

        var code = run(file);

        assertThat(code).isZero();
        assertThat(lines("activity.csv")).contains("h1,tv,2026-03-01T15:05:00Z,2026-03-01T15:05:00Z,POWER");
        assertThat(lines("devices.csv").get(1))
                .startsWith("h1,tv,TELEVISION,1,")
                .endsWith("LEARNING");
    }

    @Test
    void aRowThatCannotBeReadIsNamedAndNothingIsWritten() throws IOException {
        var code = replay(HEADER + "2026-03-01T15:00:00Z,h1,tv,TV,0.5,\n2026-03-01T15:05:00Z,h1,tv,TV,much,\n");

        assertThat(code).isEqualTo(3);
        assertThat(screen.toString(StandardCharsets.UTF_8))
                .contains("Line 3, column power_w: \"much\" cannot be read.");
        assertThat(folder.resolve("out")).isEmptyDirectory();
    }

    @Test
    void aMissingColumnIsNamed() throws IOException {
        assertThat(replay("timestamp,home,device,power_w\n")).isEqualTo(3);
        assertThat(screen.toString(StandardCharsets.UTF_8)).contains("lacks the column appliance");
    }

    @Test
    void valuesThatNoPlugCanMeasureAreLeftOut() throws IOException {
        var code = replay(HEADER + "2026-03-01T15:00:00Z,h1,tv,TV,-40,\n2026-03-01T15:05:00Z,h1,tv,TV,NaN,\n"
                + "2026-03-01T15:10:00Z,h1,tv,TV,1,\n");

        assertThat(code).isZero();
        assertThat(screen.toString(StandardCharsets.UTF_8)).contains("2 rows were left out", "the first is line 2");
    }

    @Test
    void wrongOptionsAreExplained() {
        assertThat(run("--readings", "none.csv", "--zone", "Asia/Seoul", "--out", "x"))
                .isEqualTo(2);
        assertThat(run("--zone", "Mars")).isEqualTo(2);
        assertThat(run("--speed", "9")).isEqualTo(2);
        assertThat(run("--help")).isZero();
        assertThat(screen.toString(StandardCharsets.UTF_8))
                .contains("no file none.csv", "--readings is missing", "\"--speed\" is not known", "--readings FILE");
    }

    private static void row(StringBuilder rows, int minute, String home, double watts) {
        rows.append("%s,%s,tv,TV,%s,\n".formatted(START.plus(Duration.ofMinutes(minute)), home, watts));
    }

    private static String state(String home, String state, int from, int to) {
        return "%s,%s,%s,%s"
                .formatted(home, state, START.plus(Duration.ofMinutes(from)), START.plus(Duration.ofMinutes(to)));
    }

    /** Every five minutes, on now and then, with a hole. */
    private static List<Sample> television(Random random, int days) {
        var samples = new ArrayList<Sample>();
        var on = false;
        for (int i = 0; i < days * 288; i++) {
            var night = i % 288 < 90;
            on = !night && (random.nextInt(30) == 0 ? !on : on);
            if (i % 700 < 650) {
                samples.add(new Sample(
                        START.plus(Duration.ofMinutes(5L * i)), on ? 90.25 + random.nextInt(40) : 0.5, null));
            }
        }
        return samples;
    }

    private static String csv(List<Sample> samples) {
        var text = new StringBuilder(HEADER);
        samples.forEach(sample -> text.append("%s,h1,tv,TV,%s,\n".formatted(sample.at(), sample.powerW())));
        return text.toString();
    }

    private int replay(String csv) throws IOException {
        var file = folder.resolve("in.csv");
        Files.writeString(file, csv);
        return run(file);
    }

    private int run(Path file) {
        return run(
                "--readings",
                file.toString(),
                "--zone",
                "Asia/Seoul",
                "--out",
                folder.resolve("out").toString());
    }

    private int run(String... args) {
        return Replay.run(args, new PrintStream(screen, true, StandardCharsets.UTF_8));
    }

    private List<String> lines(String name) throws IOException {
        return Files.readAllLines(folder.resolve("out").resolve(name));
    }
}
