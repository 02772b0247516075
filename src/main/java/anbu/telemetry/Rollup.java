package anbu.telemetry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sums readings up by the hour, so that months can be drawn at once. An hour is summed up when its device has reported from a later one,
 * and again whenever a reading of it comes late; both under the lock of the device's state, so that no reading slips past.
 */
@Component
class Rollup {
    /** At a time, for their intake waits meanwhile. */
    private static final int DEVICES = 20;

    private static final int HOURS = 500;
    private static final Duration PORTION = Duration.ofDays(14);
    /** Then others have their turn; it goes on at the next run. */
    private static final int ROUNDS = 500;

    private final Hours hours;
    private final StorageSettings settings;
    private final Work work;

    Rollup(Hours hours, StorageSettings settings, Work work) {
        this.hours = hours;
        this.settings = settings;
        this.work = work;
    }

    /** Where and when it works. */
    @Component
    record Work(PlatformTransactionManager transactions, Clock clock) {}

    /**
     * To be called in the transaction that stores the readings, under the lock of the device's state.
     *
     * @param newestBefore the device's newest event time before these readings; null for none
     * @param added readings not known before, in any order
     */
    void touched(int deviceNo, @Nullable Instant newestBefore, Collection<Reading> added) {
        if (newestBefore == null) {
            return; // nothing can have been summed up yet
        }
        var current = newestBefore.truncatedTo(ChronoUnit.HOURS);
        var late = new TreeSet<Instant>();
        for (var reading : added) {
            if (reading.measuredAt().isBefore(current)) {
                late.add(reading.measuredAt().truncatedTo(ChronoUnit.HOURS));
            }
        }
        hours.makeDue(deviceNo, late);
    }

    /** Sums up all that is due and not under work elsewhere. */
    void run() {
        int rounds = 0;
        while (rounds < ROUNDS && advanced() + repaired() > 0) {
            rounds++;
        }
    }

    private int advanced() {
        return count(() -> {
            var behind = hours.behind(DEVICES);
            for (var device : behind) {
                var newest = device.lastMeasuredAt().truncatedTo(ChronoUnit.HOURS);
                var from = Optional.ofNullable(device.rolledUpTo())
                        .or(() -> hours.oldest(device.deviceNo()))
                        .orElse(newest);
                var portion = from.plus(PORTION);
                var to = portion.isBefore(newest) ? portion : newest;
                hours.sumUp(device.deviceNo(), from, to);
                hours.rolledUp(device.deviceNo(), to);
            }
            return behind.size();
        });
    }

    private int repaired() {
        return count(() -> {
            var due = hours.due(HOURS);
            for (var hour : due) {
                if (isKept(hour.hourAt())) {
                    hours.sumUp(hour.deviceNo(), hour.hourAt(), hour.hourAt().plus(1, ChronoUnit.HOURS));
                }
                hours.settled(hour);
            }
            return due.size();
        });
    }

    /** Of what may have been dropped by now the sums made before are better than new ones. */
    private boolean isKept(Instant hour) {
        var gone = Partitions.Table.READING
                .boundAfter(hour)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        return gone.isAfter(settings.expired(work.clock().instant()));
    }

    private int count(Supplier<Integer> step) {
        var transaction = new TransactionTemplate(work.transactions());
        return Objects.requireNonNull(transaction.execute(status -> step.get()));
    }
}
