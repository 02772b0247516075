package anbu.telemetry;

import anbu.audit.Audit;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes room for readings to come and lets go of those past their time. What goes is written into the trail before it goes. */
@Service
class Retention {
    /** How far there are partitions ahead; what lies beyond is kept too, but has to be moved when its week is cut out. */
    static final Duration AHEAD = Duration.ofDays(28);

    private static final Logger log = LoggerFactory.getLogger(Retention.class);

    private final Partitions partitions;
    private final StorageSettings settings;
    private final Trail trail;

    Retention(Partitions partitions, StorageSettings settings, TelemetrySettings limits, Trail trail) {
        settings.mustHold(limits.oldest());
        this.partitions = partitions;
        this.settings = settings;
        this.trail = trail;
    }

    /** Says what was let go. */
    @Component
    record Trail(Audit audit, PlatformTransactionManager transactions, MeterRegistry meters) {
        void expiring(Partitions.Table table, Partitions.Partition partition) {
            var details = Map.of(
                    "table", table.sql,
                    "before", String.valueOf(partition.before()),
                    "rows_estimated", partition.rowCount());
            new TransactionTemplate(transactions)
                    .executeWithoutResult(status -> audit.record("retention", "readings.expired", details));
        }

        void expired(Partitions.Table table, Partitions.Partition partition) {
            meters.counter("anbu.retention.partitions", "table", table.sql).increment();
            log.info(
                    "Dropped what table {} held from before {}, about {} rows.",
                    table.sql,
                    partition.before(),
                    partition.rowCount());
        }
    }

    /** Doing it twice changes nothing. */
    void keep(Instant now) {
        keep(Partitions.Table.READING, settings.retention(), now);
        keep(Partitions.Table.READING_HOUR, settings.rollupRetention(), now);
    }

    private void keep(Partitions.Table table, Duration retention, Instant now) {
        prepare(table, now.plus(AHEAD));
        expire(table, now.minus(retention));
    }

    private void prepare(Partitions.Table table, Instant until) {
        var last = partitions.of(table).stream()
                .map(Partitions.Partition::before)
                .filter(Objects::nonNull)
                .reduce((one, next) -> next)
                .orElseThrow(() -> new IllegalStateException("Table %s is not partitioned.".formatted(table.sql)));
        var missing = new ArrayList<LocalDate>();
        for (var bound = table.boundAfter(start(last));
                !start(bound).isAfter(until.plus(Duration.ofDays(7L * table.weeks))); ) {
            missing.add(bound);
            bound = table.boundAfter(start(bound));
        }
        if (!missing.isEmpty()) {
            partitions.cut(table, missing);
            log.info("Table {} has partitions until {}.", table.sql, missing.get(missing.size() - 1));
        }
    }

    private void expire(Partitions.Table table, Instant cutoff) {
        for (var partition : partitions.of(table)) {
            if (partition.before() == null || start(partition.before()).isAfter(cutoff)) {
                return;
            }
            trail.expiring(table, partition);
            partitions.drop(table, partition);
            trail.expired(table, partition);
        }
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
