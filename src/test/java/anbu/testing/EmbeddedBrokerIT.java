package anbu.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The broker keeps what it accepted for an absent subscriber, even over its own restart. */
class EmbeddedBrokerIT {
    @TempDir
    Path data;

    @Test
    void keepsAMessageForAnAbsentSubscriberOverARestart() throws MqttException, InterruptedException {
        var broker = EmbeddedBroker.start(data, 0);
        var reader = client(broker, "reader");
        reader.connect(session());
        reader.subscribe("$share/x/things/#", 1);
        reader.disconnect();
        var writer = client(broker, "writer");
        writer.connect();
        writer.publish("things/one", "hello".getBytes(), 1, false);
        writer.disconnect();

        broker.stop();
        var again = EmbeddedBroker.start(data, 0);
        var got = new LinkedBlockingQueue<String>();
        var back = client(again, "reader");
        back.connect(session());
        back.subscribe(
                new MqttSubscription[] {new MqttSubscription("$share/x/things/#", 1)},
                new org.eclipse.paho.mqttv5.client.IMqttMessageListener[] {
                    (topic, message) -> got.add(new String(message.getPayload()))
                });

        assertThat(got.poll(10, TimeUnit.SECONDS)).isEqualTo("hello");
        back.disconnect();
        again.stop();
    }

    private static MqttClient client(EmbeddedBroker broker, String id) throws MqttException {
        return new MqttClient(broker.uri(), id, new MemoryPersistence());
    }

    private static MqttConnectionOptions session() {
        var options = new MqttConnectionOptions();
        options.setCleanStart(false);
        options.setSessionExpiryInterval(3600L);
        return options;
    }
}
