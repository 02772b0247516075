package anbu.monitoring;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps looking, on every node. {@code anbu.monitoring.watching=false} makes a node that only serves pages. */
@Component
@ConditionalOnProperty(name = "anbu.monitoring.watching", matchIfMissing = true)
class WatchLoop {
    private final Watch watch;

    WatchLoop(Watch watch) {
        this.watch = watch;
    }

    @Scheduled(fixedDelayString = "${anbu.monitoring.poll:200ms}")
    void look() {
        watch.lookAtDueHomes();
    }
}
