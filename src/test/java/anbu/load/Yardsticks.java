package anbu.load;

import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.paho.mqttv5.client.IMqttMessageListener;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;

/** What the parts can do by themselves, on the same machine in the same run. */
final class Yardsticks {
    private static final int BACKLOG = 8_000;

    private Yardsticks() {}

    /** Rows a second into a table like that of readings, so many with one statement and one commit. */
    static double inserts(Rig rig, int rowsPerCommit, int seconds) throws SQLException {
        rig.jdbc().sql("CREATE TABLE reading_raw LIKE reading").update();
        long rows = 0;
        try (var connection = rig.source().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            var start = System.nanoTime();
            var end = start + TimeUnit.SECONDS.toNanos(seconds);
            while (System.nanoTime() < end) {
                statement.executeUpdate(insert(rows, rowsPerCommit));
                connection.commit();
                rows += rowsPerCommit;
            }
            return rows / ((System.nanoTime() - start) / 1e9);
        } finally {
            rig.jdbc().sql("DROP TABLE reading_raw").update();
        }
    }

    /** Of 200 devices in turn, with moments that grow as they do in a live system. */
    private static String insert(long from, int rows) {
        return IntStream.range(0, rows)
                .mapToObj(i -> "(%d,'2026-11-23 %02d:%02d:%02d.%03d',%d.5,NULL,NULL,%d,'2026-11-23 12:00:00.000')"
                        .formatted(
                                (from + i) % 200,
                                (from + i) / 200 / 3_600_000 % 24,
                                (from + i) / 200 / 60_000 % 60,
                                (from + i) / 200 / 1000 % 60,
                                (from + i) / 200 % 1000,
                                i % 800,
                                from + i))
                .collect(Collectors.joining(
                        ",",
                        "INSERT INTO reading_raw (device_no, measured_at, power_w, illuminance_lux, energy_wh, seq, received_at) VALUES ",
                        ""));
    }

    /** Messages a second that a Paho client takes which does nothing with them; it acknowledges as the library does by itself. */
    static double receives(Rig rig, int seconds) throws MqttException, InterruptedException {
        var received = new LongAdder();
        var client = new MqttClient(rig.brokerUri(), "bare", new MemoryPersistence());
        var options = new MqttConnectionOptions();
        options.setReceiveMaximum(BACKLOG);
        client.connect(options);
        client.subscribe(
                new MqttSubscription[] {new MqttSubscription("bare/#", 1)},
                new IMqttMessageListener[] {(String topic, MqttMessage message) -> received.increment()});
        var plugs = rig.plugs(
                "--topics=bare/",
                "--connections=200",
                "--seconds=" + (3 * seconds),
                "--window=60",
                "--limit=" + BACKLOG);
        plugs.awaitConnected();
        feed(plugs, received, seconds / 2);
        var before = received.sum();
        var start = System.nanoTime();
        feed(plugs, received, seconds);
        var rate = (received.sum() - before) / ((System.nanoTime() - start) / 1e9);
        plugs.stop();
        plugs.awaitEnd();
        client.disconnectForcibly();
        client.close(true);
        return rate;
    }

    private static void feed(Plugs plugs, LongAdder received, int seconds) throws InterruptedException {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < end) {
            plugs.limit(received.sum() + BACKLOG);
            new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
        }
    }
}
