package anbu.telemetry.replay;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;

/** The command {@code replay}: from a file of readings to files of activity, devices and states. */
public final class Replay {
    public static final String NAME = "replay";

    private static final int DONE = 0;
    private static final int BROKEN = 1;
    private static final int BAD_USAGE = 2;
    private static final int BAD_INPUT = 3;

    private Replay() {}

    /**
     * Runs it.
     *
     * @param args those after the word replay
     * @param screen for progress, errors and the summary
     * @return the exit code: 0 done, 1 the disk failed, 2 wrong options, 3 wrong input
     */
    public static int run(String[] args, PrintStream screen) {
        try {
            var options = Options.parse(args);
            if (options == null) {
                screen.println(Options.HELP);
                return DONE;
            }
            replay(options, screen);
            return DONE;
        } catch (BadUsage e) {
            screen.println(e.getMessage());
            screen.println("Run \"java -jar anbu.jar replay --help\" for the options.");
            return BAD_USAGE;
        } catch (BadRow e) {
            screen.println(e.getMessage());
            return BAD_INPUT;
        } catch (NoSuchFileException e) {
            screen.println("There is no file %s. Check --readings and --out.".formatted(e.getMessage()));
            return BAD_USAGE;
        } catch (IOException | UncheckedIOException e) {
            screen.println("Reading or writing failed: %s. No result was written.".formatted(e));
            return BROKEN;
        }
    }

    private static void replay(Options options, PrintStream screen) throws IOException {
        try (var file = new ReadingFile(options.readings());
                var results = new Results(options.out())) {
            var homes = new Homes(options.zone(), results);
            var progress = new Progress(screen, file.size());
            for (var row = file.next(); row != null; row = file.next()) {
                homes.take(row);
                progress.at(file.rows(), file.bytesRead());
            }
            homes.end();
            results.complete();
            progress.done(file.rows());
            screen.println("%,d devices in %,d homes; results in %s."
                    .formatted(homes.devices(), homes.count(), options.out()));
            if (homes.late() > 0) {
                screen.println(
                        "%,d rows came more than an hour after their day had ended and were left out. Sort the file by time to have them judged."
                                .formatted(homes.late()));
            }
            if (file.leftOut() > 0) {
                screen.println("%,d rows were left out because no plug can measure such a value; the first is line %,d."
                        .formatted(file.leftOut(), file.firstLeftOut()));
            }
        }
    }
}
