package anbu.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The broker keeps what it accepted for an absent subscriber, even over its own restart. */
class EmbeddedBrokerIT {
    @TempDir
    Path data;

    @Test
    void keepsAMessageForAnAbsentSubscriberOverARestart() throws Exception {
        var broker = EmbeddedBroker.start(data, 0);
        var reader = client(broker, "reader");
        reader.connect(session());
        reader.subscribe("$share/x/things/#", 1);
        reader.disconnect();
        var writer = client(broker, "writer");
        writer.connect();
        writer.publish("things/one", "hello".getBytes(UTF_8), 1, false);
        writer.disconnect();

        broker.stop();
        var again = EmbeddedBroker.start(data, 0);
        var got = new LinkedBlockingQueue<String>();
        var back = client(again, "reader");
        back.setCallback(into(got));
        back.connect(session());

        assertThat(got.poll(10, TimeUnit.SECONDS)).isEqualTo("hello");
        back.disconnect();
        again.stop();
    }

    private static MqttCallback into(BlockingQueue<String> queue) throws Exception {
        var callback = mock(MqttCallback.class);
        doAnswer(call -> queue.add(
                        new String(call.getArgument(1, MqttMessage.class).getPayload(), UTF_8)))
                .when(callback)
                .messageArrived(any(), any());
        return callback;
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
