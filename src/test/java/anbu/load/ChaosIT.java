package anbu.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import anbu.load.Chaos.Victim;
import anbu.load.Rig.Broker;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** One kill of the application and one of the database in the middle of their work, with the processes of a real installation. */
class ChaosIT {
    @Test
    void whatAPlugWasAcknowledgedIsStoredOnceWhateverWasKilled() throws Exception {
        assumeTrue(Files.isExecutable(Path.of(Rig.MOSQUITTO)), "Mosquitto is not installed.");
        try (var rig = Rig.start(Broker.MOSQUITTO, 100)) {
            var database = new Chaos(rig, 1_000).rounds(Victim.DATABASE, 1);

            assertThat(database.acknowledged()).isGreaterThan(1_000);
            assertThat(database.lost()).isZero();
            assertThat(database.twice()).isZero();
            assertThat(database.seenMissing()).isZero();
        }
    }
}
