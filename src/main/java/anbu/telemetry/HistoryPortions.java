package anbu.telemetry;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Stores a file of past readings portion by portion, and says after each how far it is. */
@Component
class HistoryPortions {
    private static final Logger log = LoggerFactory.getLogger(HistoryPortions.class);
    /** In one transaction, under the locks of all their devices. */
    private static final int LINES = 2000;

    private static final Duration BETWEEN_WORDS = Duration.ofSeconds(5);
    private static final int PAUSE_SECONDS = 5;
    private static final int PAUSES = 120;

    private final Intake intake;
    private final OwnDialect dialect;
    private final ReadingImports imports;
    private final Clock clock;
    private final CountDownLatch stopping = new CountDownLatch(1);

    HistoryPortions(Intake intake, OwnDialect dialect, ReadingImports imports, Clock clock) {
        this.intake = intake;
        this.dialect = dialect;
        this.imports = imports;
        this.clock = clock;
    }

    /** Some lines with what they say. */
    private record Portion(
            HistoryFormat format, Map<Message, Long> lineNos, Map<Message, byte[]> lines, List<Item> items) {}

    void stop() {
        stopping.countDown();
    }

    void all(ReadingImport begun, HistoryFile file) throws IOException {
        var format = HistoryFormat.of(Objects.requireNonNull(file.next()));
        var job = begun;
        var spoken = clock.instant();
        try {
            for (var portion = next(format, file); !portion.items().isEmpty(); portion = next(format, file)) {
                job = progressed(job, portion, file.readBytes());
                if (!spoken.plus(BETWEEN_WORDS).isAfter(clock.instant())) {
                    spoken = clock.instant();
                    tell(job, spoken);
                }
                if (stopping.getCount() == 0) {
                    ended(job.id(), ReadingImport.Status.INTERRUPTED, "The node stopped.");
                    return;
                }
            }
            ended(job.id(), ReadingImport.Status.DONE, null);
        } catch (DataAccessException | TransactionException e) {
            log.warn("Import {} failed.", job.id(), e);
            ended(
                    job.id(),
                    ReadingImport.Status.FAILED,
                    "The database: "
                            + NestedExceptionUtils.getMostSpecificCause(e).getMessage());
        }
    }

    private static void tell(ReadingImport job, Instant now) {
        var seconds = Math.max(1, Duration.between(job.startedAt(), now).toSeconds());
        log.info(
                "Import {}: {} %, {} lines, {} lines/s; {} stored, {} known before, {} quarantined.",
                job.id(),
                job.percent(),
                job.lineCount(),
                job.lineCount() / seconds,
                job.stored(),
                job.duplicates(),
                job.quarantined());
    }

    private Portion next(HistoryFormat format, HistoryFile file) throws IOException {
        var portion = new Portion(format, new IdentityHashMap<>(), new IdentityHashMap<>(), new ArrayList<>());
        var now = clock.instant();
        while (portion.items().size() < LINES) {
            var line = file.next();
            if (line == null) {
                break;
            }
            var message = format.message(line, now);
            portion.lineNos().put(message, file.lineNo());
            portion.lines().put(message, line);
            portion.items()
                    .add(
                            line.length > HistoryFile.LONGEST_LINE
                                    ? new Item.Bad(
                                            message,
                                            Reason.TOO_LARGE,
                                            "The line is longer than any line of readings; it was cut.")
                                    : format.read(line, message, dialect));
        }
        return portion;
    }

    private ReadingImport progressed(ReadingImport job, Portion portion, long readBytes) {
        long stored = 0;
        long duplicates = 0;
        var bad = new ArrayList<Item.Bad>();
        for (var receipt : stored(portion.items())) {
            stored += receipt.stored().size();
            duplicates += receipt.duplicates();
            bad.addAll(receipt.quarantined());
        }
        var tally = new ReadingImport.Tally(portion.items().size(), stored, duplicates, bad.size());
        var next = job.progressed(clock.instant(), readBytes, tally);
        if (job.quarantined() < ReadingImports.ERRORS_LISTED) {
            imports.add(
                    job.id(),
                    bad.stream()
                            .limit(ReadingImports.ERRORS_LISTED - job.quarantined())
                            .map(each -> error(each, portion))
                            .toList());
        }
        imports.update(next);
        return next;
    }

    private static ReadingImports.LineError error(Item.Bad bad, Portion portion) {
        var line = portion.lines().getOrDefault(bad.origin(), new byte[0]);
        var wrong = bad.reason() == Reason.UNKNOWN_DEVICE
                ? portion.format().wrong("device", line)
                : portion.format().wrong(bad.detail(), line);
        return new ReadingImports.LineError(
                portion.lineNos().getOrDefault(bad.origin(), 0L),
                bad.reason(),
                wrong == null ? null : wrong.column(),
                wrong == null ? null : wrong.value(),
                bad.detail());
    }

    /** While the database is away it waits, for ten minutes. A line that the database refuses goes to the quarantine by itself. */
    private List<Filing.Receipt> stored(List<Item> items) {
        for (int pause = 1; ; pause++) {
            try {
                return List.of(intake.storeItems(items));
            } catch (DataIntegrityViolationException e) {
                return items.stream().map(item -> storedAlone(item)).toList();
            } catch (DataAccessException | TransactionException e) {
                if (pause == PAUSES || isStopping()) {
                    throw e;
                }
                log.warn("An import waits for the database: {}", e.getMessage());
            }
        }
    }

    private Filing.Receipt storedAlone(Item item) {
        try {
            return intake.storeItems(List.of(item));
        } catch (DataIntegrityViolationException e) {
            var detail = "It could not be stored: "
                    + NestedExceptionUtils.getMostSpecificCause(e).getMessage();
            return intake.storeItems(List.of(new Item.Bad(item.origin(), Reason.UNSTORABLE, detail)));
        }
    }

    private boolean isStopping() {
        try {
            return stopping.await(PAUSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    void ended(UUID id, ReadingImport.Status how, @Nullable String why) {
        imports.find(id).ifPresent(job -> {
            var end = job.ended(how, clock.instant(), why);
            imports.update(end);
            tell(end, clock.instant());
            log.info("Import {} is {}.", id, how);
        });
    }
}
