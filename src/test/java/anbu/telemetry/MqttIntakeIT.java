package anbu.telemetry;

import static anbu.telemetry.TelemetryFixture.NOON;
import static anbu.telemetry.TelemetryFixture.power;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import anbu.households.Appliance;
import anbu.testing.EmbeddedBroker;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a real broker into a real database, with either of them failing. */
class MqttIntakeIT {
    @TempDir
    Path data;

    private final TelemetryFixture home = new TelemetryFixture();
    private EmbeddedBroker broker;
    private MqttIntake node;

    @BeforeEach
    void start() {
        home.install("lamp", "home-1", Appliance.LAMP);
        broker = EmbeddedBroker.start(data, 0);
        node = node();
        node.start();
        await().until(node::isConnected);
    }

    @AfterEach
    void stop() {
        node.stop();
        broker.stop();
        home.close();
    }

    private MqttIntake node() {
        var settings = new MqttSettings(broker.uri(), "", "", "anbu-one", Duration.ofDays(7), 50);
        return new MqttIntake(settings, home.intake, new Subscriptions(home.jdbc), Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private void publish(int from, int to) throws MqttException {
        var plug = new MqttClient(broker.uri(), "plug-" + UUID.randomUUID(), new MemoryPersistence());
        plug.connect();
        for (int i = from; i < to; i++) {
            plug.publish(
                    "anbu/v1/lamp/telemetry", power(NOON.minusSeconds(i), i).getBytes(UTF_8), 1, false);
        }
        plug.disconnect();
        plug.close();
    }

    private long stored() {
        return home.jdbc.sql("SELECT COUNT(*) FROM reading").query(Long.class).single();
    }

    @Test
    void storesMoreThanMayBeUnderWayAtATime() throws MqttException {
        publish(0, 500);

        await().untilAsserted(() -> assertThat(stored()).isEqualTo(500));
    }

    @Test
    void whatComesWhileTheNodeIsAwayIsStoredWhenItIsBack() throws MqttException {
        node.stop();

        publish(0, 120);
        assertThat(stored()).isZero();
        node = node();
        node.start();

        await().untilAsserted(() -> assertThat(stored()).isEqualTo(120));
    }

    @Test
    void nothingIsAcknowledgedBeforeItIsCommitted() throws MqttException {
        home.jdbc.sql("ALTER TABLE reading RENAME TO reading_away").update();

        publish(0, 20);
        await().untilAsserted(() ->
                assertThat(home.count("anbu.readings", "result", "stored")).isZero());
        node.stop();
        home.jdbc.sql("ALTER TABLE reading_away RENAME TO reading").update();
        assertThat(stored()).isZero();
        node = node();
        node.start();

        await().untilAsserted(() -> assertThat(stored()).isEqualTo(20));
    }

    @Test
    void aBatchIsKeptUntilTheDatabaseIsBack() throws MqttException {
        home.jdbc.sql("ALTER TABLE reading RENAME TO reading_away").update();
        publish(0, 20);
        await().until(() -> home.lookups.get() > 0);

        home.jdbc.sql("ALTER TABLE reading_away RENAME TO reading").update();

        await().untilAsserted(() -> assertThat(stored()).isEqualTo(20));
    }

    @Test
    void killedDatabaseConnectionsLoseNothing() throws MqttException {
        publish(0, 50);
        home.jdbc
                .sql("SELECT id FROM information_schema.processlist WHERE id <> CONNECTION_ID() AND db = DATABASE()")
                .query(Long.class)
                .list()
                .forEach(id -> home.jdbc.sql("KILL " + id).update());
        publish(50, 100);

        await().untilAsserted(() -> assertThat(stored()).isEqualTo(100));
    }

    @Test
    void aBrokerThatRestartsIsFoundAgain() throws MqttException {
        var port = Integer.parseInt(broker.uri().substring(broker.uri().lastIndexOf(':') + 1));
        broker.stop();
        await().until(() -> !node.isConnected());

        broker = EmbeddedBroker.start(data, port);
        publish(0, 10);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(stored()).isEqualTo(10));
        assertThat(new MqttHealth(node).health().getStatus().getCode()).isEqualTo("UP");
    }

    @Test
    void badMessagesGoToTheQuarantineAndNothingStops() throws MqttException {
        var plug = new MqttClient(broker.uri(), "odd", new MemoryPersistence());
        plug.connect();
        plug.publish("anbu/v1/lamp/telemetry", "{".getBytes(UTF_8), 1, false);
        plug.publish("anbu/v1/lamp/elsewhere", "1".getBytes(UTF_8), 1, false);
        plug.publish("anbu/v1/lamp/telemetry", new byte[0], 1, false);
        plug.disconnect();
        plug.close();
        publish(0, 1);

        await().untilAsserted(() -> assertThat(stored()).isEqualTo(1));
        await().untilAsserted(() -> assertThat(home.quarantine.counts())
                .containsEntry(Reason.BAD_PAYLOAD, 2L)
                .containsEntry(Reason.WRONG_TOPIC, 1L));
    }
}
