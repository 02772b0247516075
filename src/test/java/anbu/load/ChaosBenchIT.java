package anbu.load;

import static org.assertj.core.api.Assertions.assertThat;

import anbu.load.Chaos.Victim;
import anbu.load.Rig.Broker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kills under load, each part as often as a user of this service may ask for. About ten minutes; {@code -Danbu.bench.kills=2} for a short
 * look. The table goes to {@code target/bench/chaos.md}.
 */
@Tag("bench")
class ChaosBenchIT {
    private static final Logger log = LoggerFactory.getLogger(ChaosBenchIT.class);
    private static final int MANY = Integer.getInteger("anbu.bench.kills", 20);
    private static final int FEW = Math.min(5, MANY);
    private static final int PER_SECOND = Integer.getInteger("anbu.bench.chaos-per-second", 4_000);
    private static final List<String> LINES = new ArrayList<>(List.of(
            "| killed | broker | times | acknowledged | lost | stored twice | seen missing by Anbu |",
            "|---|---|---|---|---|---|---|"));

    @AfterEach
    void write() throws IOException {
        Files.write(Files.createDirectories(Path.of("target", "bench")).resolve("chaos.md"), LINES);
        log.info("{}", String.join("\n", LINES));
    }

    @Test
    void aKilledApplicationLosesNothingThatWasAcknowledged() throws Exception {
        var harvest = kill(Victim.APPLICATION, Broker.MOSQUITTO, MANY);

        assertThat(harvest.lost()).isZero();
        assertThat(harvest.twice()).isZero();
        assertThat(harvest.seenMissing()).isZero();
    }

    @Test
    void aKilledDatabaseLosesNothingThatWasAcknowledged() throws Exception {
        var harvest = kill(Victim.DATABASE, Broker.MOSQUITTO, FEW);

        assertThat(harvest.lost()).isZero();
        assertThat(harvest.twice()).isZero();
        assertThat(harvest.seenMissing()).isZero();
    }

    @Test
    void aKilledBrokerThatKeepsAJournalLosesNothing() throws Exception {
        var harvest = kill(Victim.BROKER, Broker.ARTEMIS, FEW);

        assertThat(harvest.lost()).isZero();
        assertThat(harvest.twice()).isZero();
    }

    @Test
    void whatAKilledMosquittoLosesIsSeenByTheApplication() throws Exception {
        var harvest = kill(Victim.BROKER, Broker.MOSQUITTO, FEW);

        assertThat(harvest.twice()).isZero();
        assertThat(harvest.seenMissing()).isEqualTo(harvest.lost());
    }

    private static Harvest kill(Victim victim, Broker broker, int times) throws Exception {
        try (var rig = Rig.start(broker, 100)) {
            var harvest = new Chaos(rig, PER_SECOND).rounds(victim, times);
            LINES.add("| %s | %s | %d | %,d | %,d | %,d | %,d |"
                    .formatted(
                            victim,
                            broker,
                            times,
                            harvest.acknowledged(),
                            harvest.lost(),
                            harvest.twice(),
                            harvest.seenMissing()));
            return harvest;
        }
    }
}
