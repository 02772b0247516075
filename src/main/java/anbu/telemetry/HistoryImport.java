package anbu.telemetry;

import anbu.platform.Actor;
import anbu.platform.InvalidInput;
import anbu.platform.NotFound;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;

/**
 * Takes in files of past readings, one after the other on each node, by the same way as live ones. A file lies on this node's disk until
 * it is done; how far it has come is in the database, so that every node can tell.
 */
@Service
class HistoryImport implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(HistoryImport.class);
    private static final int LISTED = 20;
    private static final int GOODBYE_SECONDS = 20;

    private final ReadingImports imports;
    private final HistoryPortions portions;
    private final Clock clock;
    private volatile ExecutorService worker = Executors.newSingleThreadExecutor();
    private volatile boolean running;

    HistoryImport(ReadingImports imports, HistoryPortions portions, Clock clock) {
        this.imports = imports;
        this.portions = portions;
        this.clock = clock;
    }

    /** Takes the whole file, looks at its first line and lets the rest be done. Wrong first lines are refused. */
    ReadingImport begin(String fileName, InputStream content) throws IOException {
        var file = Files.createTempFile("anbu-import", null);
        try {
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
            checkFirstLine(file);
            var name = fileName.length() <= 200 ? fileName : fileName.substring(0, 200);
            var job = ReadingImport.of(UUID.randomUUID(), name, Actor.name(), clock.instant(), Files.size(file));
            imports.add(job);
            log.info("Import {} waits: {} bytes.", job.id(), job.totalBytes());
            worker.execute(() -> work(job, file));
            return job;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static void checkFirstLine(Path file) throws IOException {
        try (var lines = HistoryFile.open(file)) {
            var first = lines.next();
            HistoryFormat.of(first == null ? new byte[0] : first);
        } catch (BadInput e) {
            throw new InvalidInput(String.valueOf(e.getMessage()), List.of(), Map.of());
        }
    }

    private void work(ReadingImport job, Path file) {
        try (var lines = HistoryFile.open(file)) {
            portions.all(job, lines);
        } catch (IOException | UncheckedIOException e) {
            portions.ended(
                    job.id(), ReadingImport.Status.FAILED, "The file cannot be read to its end: " + e.getMessage());
        } finally {
            forget(file);
        }
    }

    private static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warn("{} could not be deleted; do it by hand.", file);
        }
    }

    /** Newest first. */
    List<ReadingImport> list() {
        var now = clock.instant();
        return imports.newest(LISTED).stream().map(job -> job.seenFrom(now)).toList();
    }

    ReadingImport get(UUID id) {
        return imports.find(id)
                .map(job -> job.seenFrom(clock.instant()))
                .orElseThrow(() -> new NotFound("There is no import %s.".formatted(id)));
    }

    List<ReadingImports.LineError> errors(UUID id) {
        return imports.errors(id);
    }

    @Override
    public void start() {
        if (worker.isShutdown()) {
            worker = Executors.newSingleThreadExecutor();
        }
        running = true;
    }

    /** The portion in hand is finished; the import says that it was interrupted. */
    @Override
    public void stop() {
        running = false;
        portions.stop();
        worker.shutdown();
        try {
            if (!worker.awaitTermination(GOODBYE_SECONDS, TimeUnit.SECONDS)) {
                log.warn("An import is still at work and will be found interrupted.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
