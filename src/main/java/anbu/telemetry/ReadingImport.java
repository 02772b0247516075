package anbu.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file of past readings on its way in. Counts are of lines; what is read is of the file as it came, packed or not. */
record ReadingImport(
        UUID id,
        String fileName,
        String startedBy,
        Instant startedAt,
        Instant seenAt,
        @Nullable Instant endedAt,
        Status status,
        long totalBytes,
        long readBytes,
        long lineCount,
        long stored,
        long duplicates,
        long quarantined,
        @Nullable String failure) {
    /** A node that has not said anything for so long is gone. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    /** How far it has come. */
    enum Status {
        WAITING,
        RUNNING,
        DONE,
        FAILED,
        /** Its node stopped. What was stored stays; sent again, the file goes on where it was. */
        INTERRUPTED
    }

    static ReadingImport of(UUID id, String fileName, String startedBy, Instant now, long bytes) {
        return new ReadingImport(id, fileName, startedBy, now, now, null, Status.WAITING, bytes, 0, 0, 0, 0, 0, null);
    }

    /** As it is now, for its node may have died without a word. */
    ReadingImport seenFrom(Instant now) {
        return isOpen() && seenAt.isBefore(now.minus(PATIENCE)) ? with(Status.INTERRUPTED, seenAt, failure) : this;
    }

    boolean isOpen() {
        return status == Status.WAITING || status == Status.RUNNING;
    }

    /** 0 to 100. */
    int percent() {
        if (status == Status.DONE) {
            return 100;
        }
        return totalBytes == 0 ? 0 : (int) Math.min(99, 100 * readBytes / totalBytes);
    }

    /** With one more portion. */
    ReadingImport progressed(Instant now, long read, Tally more) {
        return new ReadingImport(
                id,
                fileName,
                startedBy,
                startedAt,
                now,
                null,
                Status.RUNNING,
                totalBytes,
                read,
                lineCount + more.lines(),
                stored + more.stored(),
                duplicates + more.duplicates(),
                quarantined + more.quarantined(),
                null);
    }

    /** What became of some lines. */
    record Tally(long lines, long stored, long duplicates, long quarantined) {}

    ReadingImport ended(Status how, Instant now, @Nullable String why) {
        return with(how, now, why);
    }

    private ReadingImport with(Status next, Instant end, @Nullable String why) {
        return new ReadingImport(
                id,
                fileName,
                startedBy,
                startedAt,
                seenAt,
                end,
                next,
                totalBytes,
                readBytes,
                lineCount,
                stored,
                duplicates,
                quarantined,
                why);
    }
}
