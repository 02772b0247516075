package anbu.load;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Kills one part again and again while plugs send, lets everything come to rest, and counts. */
final class Chaos {
    private static final Logger log = LoggerFactory.getLogger(Chaos.class);
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    /** So that a broker has written the session of the application at least once, as it has in service. */
    private static final long RUNNING_IN_MS = 8_000;

    private static final String PLUGS = "100";

    private final Rig rig;
    private final Random random = new Random(42);
    private final int perSecond;

    Chaos(Rig rig, int perSecond) {
        this.rig = rig;
        this.perSecond = perSecond;
    }

    /** Which part is killed. */
    enum Victim {
        APPLICATION,
        DATABASE,
        BROKER
    }

    /** What came of all rounds; no plug sends an acknowledged message again. */
    Harvest rounds(Victim victim, int rounds) throws InterruptedException, IOException {
        var plugs = rig.plugs("--connections=" + PLUGS, "--rate=" + perSecond, "--seconds=3600", "--window=20");
        plugs.awaitConnected();
        pause(RUNNING_IN_MS);
        for (var round = 1; round <= rounds; round++) {
            var before = rig.readings();
            pause(1500 + random.nextInt(2000));
            kill(victim);
            revive(victim);
            await().atMost(PATIENCE).until(() -> rig.readings() > before);
            log.info(
                    "{} killed {} of {} times, {} acknowledged.",
                    victim,
                    round,
                    rounds,
                    plugs.progress("acknowledged"));
        }
        pause(2000);
        plugs.stop();
        return Harvest.settled(rig, plugs.acknowledged());
    }

    private void kill(Victim victim) {
        switch (victim) {
            case APPLICATION -> rig.node().kill();
            case DATABASE -> rig.database().kill();
            case BROKER -> rig.broker().kill();
        }
    }

    private void revive(Victim victim) {
        switch (victim) {
            case APPLICATION -> rig.startNode();
            case DATABASE -> rig.startDatabase();
            case BROKER -> rig.startBroker();
        }
    }

    private static void pause(long ms) throws InterruptedException {
        new CountDownLatch(1).await(ms, TimeUnit.MILLISECONDS);
    }
}
