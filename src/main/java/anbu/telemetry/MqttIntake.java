package anbu.telemetry;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Keeps a session with the broker and one connection to it, for as long as the application runs. QoS 1 and a shared subscription: each
 * message goes to one node, and again to some node until one has acknowledged it. Shared subscriptions get no retained messages,
 * which is right, for those prove nothing about now.
 */
@Component
class MqttIntake implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(MqttIntake.class);
    private static final String SHARED = "$share/anbu/";
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final MqttSettings settings;
    private final Set<String> filters;
    private final Batcher batcher;
    private final Subscriptions subscriptions;
    private final Clock clock;
    private final ScheduledExecutorService connecting =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "mqtt-connection"));
    private volatile @Nullable MqttAsyncClient connection;
    private volatile boolean running;
    private Duration pause = SHORTEST_PAUSE;

    MqttIntake(MqttSettings settings, Intake intake, Subscriptions subscriptions, Clock clock) {
        this.settings = settings;
        this.subscriptions = subscriptions;
        this.filters = intake.filters().stream().map(SHARED::concat).collect(Collectors.toCollection(TreeSet::new));
        this.batcher = new Batcher(intake, settings.receiveMaximum());
        this.clock = clock;
    }

    boolean isConfigured() {
        return !settings.uri().isBlank();
    }

    boolean isConnected() {
        var current = connection;
        return current != null && current.isConnected();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public void start() {
        running = true;
        if (!isConfigured()) {
            log.warn(
                    "No broker is configured, so no readings come in over MQTT. To change that, set anbu.mqtt.uri (ANBU_MQTT_URI).");
            return;
        }
        batcher.start();
        connecting.execute(this::connect);
    }

    private void connect() {
        if (!running) {
            return;
        }
        MqttAsyncClient next = null;
        try {
            next = new MqttAsyncClient(settings.uri(), settings.node(), new MemoryPersistence());
            open(next);
            connection = next;
            pause = SHORTEST_PAUSE;
            log.info("Connected to the broker {} as {}.", settings.uri(), settings.node());
        } catch (MqttException | DataAccessException e) {
            tellOnce("The broker %s cannot be reached (%s). Trying on.".formatted(settings.uri(), e));
            discard(next);
            connectLater();
        }
    }

    private void open(MqttAsyncClient next) throws MqttException {
        next.setManualAcks(true);
        next.setCallback(new MqttArrivals(
                (topic, message) -> batcher.put(new Delivery(
                        new Message("mqtt", topic, message.getPayload(), clock.instant(), message.isRetained()),
                        next,
                        message.getId(),
                        message.getQos())),
                () -> whenLost(next)));
        var connected = next.connect(options());
        connected.waitForCompletion(PATIENCE.toMillis());
        subscribe(next, connected.getSessionPresent());
        if (!next.isConnected()) {
            throw new MqttException(new IllegalStateException("it left at once"));
        }
    }

    /** To what the session has not subscribed yet, and no longer to what is not configured any more. */
    private void subscribe(MqttAsyncClient next, boolean resumed) throws MqttException {
        var known = subscriptions.of(settings.node(), settings.uri());
        for (var filter : filters) {
            if (!resumed || !known.contains(filter)) {
                subscribe(next, filter);
            }
        }
        for (var filter : known) {
            if (!filters.contains(filter)) {
                next.unsubscribe(filter).waitForCompletion(PATIENCE.toMillis());
                subscriptions.forget(settings.node(), settings.uri(), filter);
            }
        }
    }

    private void subscribe(MqttAsyncClient next, String filter) throws MqttException {
        var subscribed = next.subscribe(filter, 1);
        subscribed.waitForCompletion(PATIENCE.toMillis());
        if (Arrays.stream(subscribed.getReasonCodes()).anyMatch(code -> code >= 0x80)) {
            throw new MqttException(new IllegalStateException("it refuses the subscription " + filter));
        }
        subscriptions.remember(settings.node(), settings.uri(), filter, clock.instant());
    }

    /** What a dialect answers: a courtesy, sent once the message that asks for it is stored, and not again if it gets lost. */
    @EventListener
    void on(Reply reply) {
        var current = connection;
        if (current == null || !current.isConnected()) {
            return;
        }
        try {
            current.publish(reply.topic(), reply.payload(), 0, false);
        } catch (MqttException e) {
            log.debug("An answer to {} could not be sent: {}", reply.topic(), e.getMessage());
        }
    }

    private MqttConnectionOptions options() {
        var options = new MqttConnectionOptions();
        options.setCleanStart(false);
        options.setSessionExpiryInterval(settings.sessionExpiry().toSeconds());
        options.setReceiveMaximum(settings.receiveMaximum());
        options.setKeepAliveInterval(30);
        options.setConnectionTimeout((int) PATIENCE.toSeconds());
        if (!settings.username().isEmpty()) {
            options.setUserName(settings.username());
            options.setPassword(settings.password().getBytes(StandardCharsets.UTF_8));
        }
        return options;
    }

    private void whenLost(MqttAsyncClient lost) {
        if (running) {
            connecting.execute(() -> {
                if (connection == lost) {
                    connection = null;
                    log.warn("The connection to the broker {} is lost. Trying on.", settings.uri());
                    discard(lost);
                    connectLater();
                }
            });
        }
    }

    private void connectLater() {
        if (running) {
            connecting.schedule(this::connect, pause.toMillis(), TimeUnit.MILLISECONDS);
            var twice = pause.multipliedBy(2);
            pause = twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
        }
    }

    private void tellOnce(String sentence) {
        if (pause.equals(SHORTEST_PAUSE)) {
            log.warn(sentence);
        }
    }

    private void discard(@Nullable MqttAsyncClient client) {
        if (client == null) {
            return;
        }
        batcher.forget(client);
        try {
            if (client.isConnected()) {
                client.disconnectForcibly(0, 1000, false);
            }
            client.close(true);
        } catch (MqttException e) {
            log.debug("A dead connection did not close: {}", e.getMessage());
        }
    }

    /** Finishes the batch in hand and leaves; the session stays with the broker, and so does all that is not acknowledged. */
    @Override
    public void stop() {
        running = false;
        connecting.shutdown();
        var current = connection;
        try {
            if (isConfigured()) {
                batcher.stop();
            }
            if (current != null && current.isConnected()) {
                current.disconnect().waitForCompletion(PATIENCE.toMillis());
            }
        } catch (MqttException e) {
            log.debug("The broker did not answer the goodbye: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connecting.shutdownNow();
        discard(current);
        connection = null;
    }
}
