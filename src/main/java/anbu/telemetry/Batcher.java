package anbu.telemetry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;

/** Stores what arrives in batches and acknowledges each message after its batch is committed; keeps a batch for as long as the database is away. */
class Batcher {
    private static final Logger log = LoggerFactory.getLogger(Batcher.class);
    /** So many with one commit under load; one half of what may be under way is stored while the other comes in. */
    private static final int MOST_MESSAGES = 4000;

    private static final Duration WINDOW = Duration.ofMillis(100);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration GOODBYE = Duration.ofSeconds(20);

    private final Intake intake;
    private final int messages;
    private final BlockingQueue<Delivery> queue;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "telemetry-batches");

    /** @param unacknowledged how many messages the broker may have under way; twice that fits, for a reconnect sends them again */
    Batcher(Intake intake, int unacknowledged) {
        this.intake = intake;
        this.messages = Math.max(1, Math.min(MOST_MESSAGES, unacknowledged / 2));
        this.queue = new ArrayBlockingQueue<>(2 * unacknowledged + messages);
    }

    void start() {
        thread.start();
    }

    /** Finishes the batch in hand. The rest is not acknowledged, so it stays with the broker. */
    void stop() throws InterruptedException {
        stopping.countDown();
        thread.join(GOODBYE.toMillis());
    }

    /** Waits only for a broker that sends more than it may. */
    void put(Delivery delivery) throws InterruptedException {
        while (!isStopping() && !queue.offer(delivery, 1, TimeUnit.SECONDS)) {
            log.debug("The broker sends more than it was allowed to.");
        }
    }

    /** What came by a connection that is gone will come again by the next. */
    void forget(MqttAsyncClient connection) {
        queue.removeIf(delivery -> delivery.connection() == connection);
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private void run() {
        try {
            while (!isStopping()) {
                var batch = next();
                if (!batch.isEmpty()) {
                    settle(batch);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Delivery> next() throws InterruptedException {
        var batch = new ArrayList<Delivery>();
        var first = queue.poll(WINDOW.toMillis(), TimeUnit.MILLISECONDS);
        if (first == null) {
            return batch;
        }
        batch.add(first);
        queue.drainTo(batch, messages - 1);
        var end = System.nanoTime() + WINDOW.toNanos();
        while (batch.size() < messages) {
            var another = queue.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (another == null) {
                break;
            }
            batch.add(another);
        }
        return batch;
    }

    private void settle(List<Delivery> batch) throws InterruptedException {
        for (var pause = SHORTEST_PAUSE; !stored(batch, pause); pause = longer(pause)) {
            if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        }
        batch.forEach(Delivery::acknowledge);
    }

    /** Whatever went wrong, the messages are not lost: they stay in hand and unacknowledged. */
    private boolean stored(List<Delivery> batch, Duration pause) {
        try {
            store(batch);
            return true;
        } catch (RuntimeException e) {
            log.warn(
                    "{} messages wait unacknowledged, for they could not be stored ({}). Next try in {} s.",
                    batch.size(),
                    NestedExceptionUtils.getMostSpecificCause(e).getMessage(),
                    pause.toSeconds());
            log.debug("The whole story:", e);
            return false;
        }
    }

    private static Duration longer(Duration pause) {
        var twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    /** Halves what cannot be stored together until the one that spoils it is alone. */
    private void store(List<Delivery> batch) {
        try {
            intake.store(batch.stream().map(Delivery::message).toList());
        } catch (RuntimeException e) {
            throwIfNotOfOneMessage(e);
            if (batch.size() == 1) {
                quarantine(batch.get(0).message(), e);
                return;
            }
            log.warn("One of {} messages cannot be stored ({}); looking for it.", batch.size(), e.toString());
            store(batch.subList(0, batch.size() / 2));
            store(batch.subList(batch.size() / 2, batch.size()));
        }
    }

    private void quarantine(Message message, RuntimeException e) {
        log.error("A message of {} bytes could not be stored and is quarantined.", message.payload().length, e);
        var cause = NestedExceptionUtils.getMostSpecificCause(e);
        var detail = "It could not be stored: " + cause.getMessage();
        intake.storeItems(List.of(new Item.Bad(message, Reason.UNSTORABLE, detail)));
    }

    /** A database that is away or unwell concerns every message: they wait. Anything else is the fault of one, which must not hold up the others. */
    private static void throwIfNotOfOneMessage(RuntimeException e) {
        var database = e instanceof DataAccessException || e instanceof TransactionException;
        if (database && !(e instanceof DataIntegrityViolationException)) {
            throw e;
        }
    }
}
