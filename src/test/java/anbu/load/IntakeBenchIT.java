package anbu.load;

import static org.assertj.core.api.Assertions.assertThat;

import anbu.load.Rig.Broker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many readings a second are stored durably, with broker, database, application and plugs on this machine. About ten minutes; shorter
 * with {@code -Danbu.bench.seconds=10 -Danbu.bench.runs=1}. The table goes to {@code target/bench/intake.md}.
 */
@Tag("bench")
class IntakeBenchIT {
    private static final Logger log = LoggerFactory.getLogger(IntakeBenchIT.class);
    private static final int RUNS = Integer.getInteger("anbu.bench.runs", 3);
    private static final int SECONDS = Integer.getInteger("anbu.bench.seconds", 60);
    private static final int WARM_UP = Integer.getInteger("anbu.bench.warm-up", 30);
    private static final int FEW_PER_SECOND = Integer.getInteger("anbu.bench.few-per-second", 12_500);
    private static final int MANY_PER_SECOND = Integer.getInteger("anbu.bench.many-per-second", 8_500);

    private final List<String> lines = new ArrayList<>();

    @Test
    void readingsAreStoredAsFastAsTheyArePublished() throws Exception {
        say(Measured.HEAD);
        double few;
        double inserts;
        double receives;
        try (var rig = Rig.start(Broker.MOSQUITTO, 200)) {
            var measured = stage(rig, 200, FEW_PER_SECOND);
            few = measured.perSecond();
            inserts = Yardsticks.inserts(rig, (int) measured.batch(), Math.min(15, SECONDS));
            rig.node().kill();
            receives = Yardsticks.receives(rig, Math.min(15, SECONDS));
        }
        try (var rig = Rig.start(Broker.MOSQUITTO, 2_000)) {
            stage(rig, 2_000, MANY_PER_SECOND);
        }
        say("");
        say("CPU seconds are per million readings.");
        say(
                "Raw: MariaDB alone %,.0f rows/s in the same commits, bare Paho client %,.0f messages/s; the fastest is %.0f %% and %.0f %% of them."
                        .formatted(inserts, receives, few / inserts * 100, few / receives * 100));
    }

    /** Returns the fastest. */
    private Measured stage(Rig rig, int connections, int perSecond) throws Exception {
        var stage = Stage.start(rig, connections, WARM_UP, perSecond);
        var runs = stage.steady(RUNS, SECONDS);
        for (var run : runs) {
            say(run.row("steady, each run", connections));
        }
        say(Measured.median(runs).row("**steady, median**", connections));
        var fastest = stage.fastest(Math.max(8, SECONDS / 2));
        say(fastest.row("as fast as stored", connections));
        var harvest = stage.harvest();
        say("%n%,d connections: %s%n".formatted(connections, harvest));
        assertThat(harvest.lost()).isZero();
        assertThat(harvest.twice()).isZero();
        assertThat(Measured.median(runs).perSecond()).isGreaterThan(perSecond * 0.98);
        return fastest;
    }

    private void say(String line) throws IOException {
        log.info("{}", line);
        lines.add(line);
        Files.write(Files.createDirectories(Path.of("target", "bench")).resolve("intake.md"), lines);
    }
}
