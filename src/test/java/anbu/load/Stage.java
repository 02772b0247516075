package anbu.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** So many plugs on one rig: warmed up, at a steady rate, and as fast as what they send is stored. */
final class Stage {
    private static final int BACKLOG = 8_000;
    private static final long FEED_EVERY_MS = 100;

    private final Rig rig;
    private final Plugs plugs;

    private Stage(Rig rig, Plugs plugs) {
        this.rig = rig;
        this.plugs = plugs;
    }

    static Stage start(Rig rig, int connections, int warmUpSeconds, double perSecond) throws InterruptedException {
        var plugs =
                rig.plugs("--connections=" + connections, "--rate=" + perSecond / 2, "--seconds=7200", "--window=60");
        plugs.awaitConnected();
        pause(warmUpSeconds * 500L);
        plugs.rate(perSecond);
        pause(warmUpSeconds * 500L);
        return new Stage(rig, plugs);
    }

    /** At the rate of now, whether it is kept up with or not. */
    List<Measured> steady(int runs, int seconds) throws InterruptedException {
        var measured = new ArrayList<Measured>();
        for (int i = 0; i < runs; i++) {
            var start = Measured.Moment.now(rig, plugs);
            pause(seconds * 1000L);
            measured.add(Measured.Moment.now(rig, plugs).since(start));
        }
        return measured;
    }

    /** As fast as it goes with never more than a few thousand messages between plug and database. */
    Measured fastest(int seconds) throws InterruptedException {
        plugs.limit(rig.stored() + BACKLOG);
        plugs.rate(0);
        feed(seconds / 4);
        var start = Measured.Moment.now(rig, plugs);
        feed(seconds);
        return Measured.Moment.now(rig, plugs).since(start);
    }

    private void feed(int seconds) throws InterruptedException {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < end) {
            plugs.limit(rig.stored() + BACKLOG);
            pause(FEED_EVERY_MS);
        }
    }

    /** Ends it, and counts what of it is stored once nothing more comes. */
    Harvest harvest() throws IOException {
        plugs.stop();
        return Harvest.settled(rig, plugs.acknowledged());
    }

    private static void pause(long ms) throws InterruptedException {
        new CountDownLatch(1).await(ms, TimeUnit.MILLISECONDS);
    }
}
