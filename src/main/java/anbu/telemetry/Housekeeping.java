package anbu.telemetry;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What is done from time to time so that the tables stay of a size and the charts fast. */
@Component
@ConditionalOnProperty(name = "anbu.telemetry.housekeeping", matchIfMissing = true)
class Housekeeping {
    private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);

    private final Duties duties;
    private final Retention retention;
    private final Rollup rollup;
    private final Clock clock;

    Housekeeping(Duties duties, Retention retention, Rollup rollup, Clock clock) {
        this.duties = duties;
        this.retention = retention;
        this.rollup = rollup;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${anbu.telemetry.retention-every:1h}", initialDelayString = "PT10S")
    void retain() {
        tried("Making room for readings", () -> duties.take("RETENTION", () -> retention.keep(clock.instant())));
    }

    @Scheduled(fixedDelayString = "${anbu.telemetry.rollup-every:1m}", initialDelayString = "PT20S")
    void rollUp() {
        tried("Rolling up hours", rollup::run);
    }

    /** It is tried again next time; what has not been done yet is not lost. */
    private static void tried(String what, Runnable work) {
        try {
            work.run();
        } catch (DataAccessException e) {
            log.warn(
                    "{} failed and is tried again: {}",
                    what,
                    e.getMostSpecificCause().getMessage());
        }
    }
}
