package anbu.monitoring;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps looking, on every node, with threads of its own, so that nothing else that is due holds them up. {@code
 * anbu.monitoring.watching=false} makes a node that only serves pages.
 */
@Component
@ConditionalOnProperty(name = "anbu.monitoring.watching", matchIfMissing = true)
class WatchLoop implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(WatchLoop.class);
    private static final int GOODBYE_SECONDS = 20;

    private final Watch watch;
    private final MonitoringSettings settings;
    private @Nullable ScheduledExecutorService workers;

    WatchLoop(Watch watch, MonitoringSettings settings) {
        this.watch = watch;
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        var started = Executors.newScheduledThreadPool(settings.workers(), task -> new Thread(task, "watch"));
        var pause = settings.poll().toMillis();
        for (var i = 0; i < settings.workers(); i++) {
            started.scheduleWithFixedDelay(this::look, pause * i / settings.workers(), pause, TimeUnit.MILLISECONDS);
        }
        workers = started;
    }

    private void look() {
        try {
            watch.lookAtDueHomes();
        } catch (RuntimeException e) {
            log.error(
                    "Homes that are due cannot be looked at now; trying again in {} ms.",
                    settings.poll().toMillis(),
                    e);
        }
    }

    /** Finishes the batches in hand; the homes that are left are still due. */
    @Override
    public synchronized void stop() {
        var stopping = workers;
        workers = null;
        if (stopping == null) {
            return;
        }
        stopping.shutdown();
        watch.leave();
        try {
            if (!stopping.awaitTermination(GOODBYE_SECONDS, TimeUnit.SECONDS)) {
                log.warn("Some homes are still being looked at; going anyway.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return workers != null;
    }
}
