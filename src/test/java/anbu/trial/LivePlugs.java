package anbu.trial;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The plugs of the district on the air: each report is published over MQTT when its moment comes. */
final class LivePlugs {
    private static final Logger log = LoggerFactory.getLogger(LivePlugs.class);
    private static final Duration AHEAD = Duration.ofMinutes(2);
    private static final int AT_LEAST_ONCE = 1;

    private final MqttAsyncClient client;
    private final TrialStage stage;
    private final TrialMemory memory;
    private final Clock clock;
    private final PriorityQueue<Sample> coming = new PriorityQueue<>(Comparator.comparing(Sample::at));
    private Instant knownUntil = Instant.EPOCH;

    LivePlugs(MqttAsyncClient client, TrialStage stage, TrialMemory memory, Clock clock) {
        this.client = client;
        this.stage = stage;
        this.memory = memory;
        this.clock = clock;
    }

    static MqttAsyncClient connected(String uri) {
        try {
            var client = new MqttAsyncClient(uri, "trial-plugs", new MemoryPersistence());
            var options = new MqttConnectionOptions();
            options.setAutomaticReconnect(true);
            options.setCleanStart(true);
            client.connect(options).waitForCompletion(10_000);
            return client;
        } catch (MqttException e) {
            throw new IllegalStateException("The trial's plugs cannot connect to the broker at %s.".formatted(uri), e);
        }
    }

    /** Publishes everything whose moment has come. Called every second. */
    void tick() {
        var now = clock.instant();
        if (!knownUntil.isAfter(now.plus(AHEAD.dividedBy(2)))) {
            lookAhead(now.plus(AHEAD));
            memory.seen(now);
        }
        try {
            while (!coming.isEmpty() && !coming.peek().at().isAfter(now)) {
                publish(coming.peek());
                coming.remove();
            }
        } catch (MqttException e) {
            log.warn("The trial's plugs could not publish and try again in a second: {}", e.getMessage());
        }
    }

    private void lookAhead(Instant until) {
        for (var home : stage.district().homes()) {
            var after = stage.told().getOrDefault(home.id(), until);
            coming.addAll(stage.district().meter(home).reports(after, until));
            stage.told().put(home.id(), until);
        }
        knownUntil = until;
    }

    private void publish(Sample sample) throws MqttException {
        var topic = "anbu/v1/%s/telemetry".formatted(sample.plug().id());
        client.publish(topic, sample.json().getBytes(StandardCharsets.UTF_8), AT_LEAST_ONCE, false);
    }
}
