package anbu.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import anbu.load.Chaos.Victim;
import anbu.load.Rig.Broker;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** One kill of the database in the middle of its work, with the processes of a real installation; RestartIT kills the application. */
class ChaosIT {
    @Test
    void whatAPlugWasAcknowledgedIsStoredOnceThoughTheDatabaseWasKilled() throws Exception {
        assumeTrue(Files.isExecutable(Path.of(Rig.MOSQUITTO)), "Mosquitto is not installed.");
        try (var rig = Rig.start(Broker.MOSQUITTO, 100)) {
            var harvest = new Chaos(rig, 1_000).rounds(Victim.DATABASE, 1);

            assertThat(harvest.acknowledged()).isGreaterThan(1_000);
            assertThat(harvest.lost()).isZero();
            assertThat(harvest.twice()).isZero();
            assertThat(harvest.seenMissing()).isZero();
        }
    }
}
