package anbu.monitoring;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks at homes when their moment has come, in batches; a home that cannot be judged holds up no other. */
@Component
@EnableConfigurationProperties(MonitoringSettings.class)
class Watch {
    private static final Logger log = LoggerFactory.getLogger(Watch.class);
    static final String LATENESS = "anbu.deadline.lateness";
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    private final Deadlines deadlines;
    private final Judge judge;
    private final TransactionTemplate inTransaction;
    private final Meters meters;
    private volatile boolean leaving;

    Watch(Deadlines deadlines, Judge judge, TransactionTemplate inTransaction, Meters meters) {
        this.deadlines = deadlines;
        this.judge = judge;
        this.inTransaction = inTransaction;
        this.meters = meters;
    }

    /** Begins no further batch. */
    void leave() {
        leaving = true;
    }

    /** Looks at every home that is due now; returns how many. */
    int lookAtDueHomes() {
        var looked = 0;
        var batch = 0;
        do {
            batch = lookAt(meters.settings.batch());
            looked += batch;
        } while (batch == meters.settings.batch() && !leaving);
        return looked;
    }

    private int lookAt(int most) {
        try {
            return inTransaction(most);
        } catch (RuntimeException e) {
            log.warn("A batch of {} homes could not be judged; looking at them one by one.", most, e);
            return oneByOne(most);
        }
    }

    private int inTransaction(int most) {
        var looked = inTransaction.execute(status -> {
            var due = deadlines.claim(meters.clock.instant(), most);
            judge.judge(due);
            return due;
        });
        meters.looked(looked == null ? List.of() : looked);
        return looked == null ? 0 : looked.size();
    }

    private int oneByOne(int most) {
        var looked = 0;
        for (var i = 0; i < most; i++) {
            try {
                looked += inTransaction(1);
            } catch (RuntimeException e) {
                postponeFirst(e);
                looked++;
            }
        }
        return looked;
    }

    private void postponeFirst(RuntimeException cause) {
        inTransaction.executeWithoutResult(
                status -> deadlines.claim(meters.clock.instant(), 1).forEach(home -> {
                    log.error("Home {} cannot be judged; trying again in a minute.", home.householdId(), cause);
                    deadlines.postpone(
                            home.householdId(), meters.clock.instant().plus(AFTER_FAILURE));
                    meters.missed.increment();
                }));
    }

    /** How late we are, and how much there is to watch. */
    @Component
    static class Meters {
        private final Clock clock;
        private final MonitoringSettings settings;
        private final Timer lateness;
        private final Counter missed;
        private final Counter assessments;

        Meters(Clock clock, MonitoringSettings settings, Deadlines deadlines, MeterRegistry registry) {
            this.clock = clock;
            this.settings = settings;
            lateness = Timer.builder(LATENESS)
                    .description("From the moment at which a home was to be looked at until the judgement was stored")
                    .publishPercentiles(0.5, 0.99)
                    .register(registry);
            missed = Counter.builder("anbu.deadlines.missed")
                    .description("Looks that came too late or failed")
                    .register(registry);
            assessments = Counter.builder("anbu.assessments").register(registry);
            Gauge.builder("anbu.deadlines.armed", deadlines, Deadlines::count)
                    .description("Homes being watched")
                    .register(registry);
        }

        private void looked(List<Deadline> homes) {
            var now = clock.instant();
            for (var home : homes) {
                var late = Duration.between(home.lookAt(), now);
                lateness.record(late);
                assessments.increment();
                if (late.compareTo(settings.missedAfter()) > 0) {
                    missed.increment();
                }
            }
        }
    }
}
