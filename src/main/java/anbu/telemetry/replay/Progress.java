package anbu.telemetry.replay;

import java.io.PrintStream;
import java.time.Duration;

/** Says on the screen, now and then, how far the command is. */
final class Progress {
    private static final long EVERY_NANOS = Duration.ofSeconds(2).toNanos();
    private static final long EVERY_ROWS = 4096;

    private final PrintStream screen;
    private final long bytes;
    private final long start = System.nanoTime();
    private long said = start;

    Progress(PrintStream screen, long bytes) {
        this.screen = screen;
        this.bytes = bytes;
    }

    void at(long rows, long bytesRead) {
        if (rows % EVERY_ROWS == 0 && System.nanoTime() - said >= EVERY_NANOS) {
            said = System.nanoTime();
            screen.println("%3d %% read, %,d rows, %,.0f rows/s"
                    .formatted(bytes == 0 ? 100 : bytesRead * 100 / bytes, rows, perSecond(rows)));
        }
    }

    void done(long rows) {
        screen.println("100 %% read, %,d rows in %.1f s, %,.0f rows/s".formatted(rows, seconds(), perSecond(rows)));
    }

    private double perSecond(long rows) {
        return rows / Math.max(0.001, seconds());
    }

    private double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }
}
