package anbu.telemetry.replay;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the command was asked for.
 *
 * @param zone of the homes: their days and hours
 */
record Options(Path readings, ZoneId zone, Path out) {
    static final String HELP = """
            Finds in a file of readings what persons did, and says how devices and homes stood.

            java -jar anbu.jar replay --readings FILE --zone ZONE --out DIR

              --readings FILE  CSV, or CSV packed with gzip (.gz), in order of time. Its first line names the columns, in any order:
                               timestamp        ISO-8601 with zone, such as 2026-03-01T06:30:00Z
                               home, device     any words
                               appliance        English or Korean words, such as TV, fridge, 전기밥솥, mains; may be empty
                               power_w          watts; empty was not measured
                               illuminance_lux  lux; empty was not measured
              --zone ZONE      of the homes, such as Asia/Seoul: their days begin at its midnight
              --out DIR        for activity.csv, devices.csv and states.csv, which appear when all is done

            Exit code: 0 done, 1 the disk failed, 2 wrong options, 3 wrong input.""";

    private static final List<String> NAMES = List.of("--readings", "--zone", "--out");

    /** Null if help is wanted. */
    static @Nullable Options parse(String[] args) {
        if (List.of(args).contains("--help") || List.of(args).contains("-h")) {
            return null;
        }
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            var name = args[i];
            if (!NAMES.contains(name)) {
                throw new BadUsage(
                        "The option \"%s\" is not known; known are %s.".formatted(name, String.join(", ", NAMES)));
            }
            if (i + 1 == args.length || args[i + 1].startsWith("--")) {
                throw new BadUsage("The option %s has no value.".formatted(name));
            }
            if (given.put(name, args[i + 1]) != null) {
                throw new BadUsage("The option %s is given twice.".formatted(name));
            }
        }
        return new Options(readings(given), zone(given), out(given));
    }

    private static String get(Map<String, String> given, String name) {
        var value = given.get(name);
        if (value == null) {
            throw new BadUsage("The option %s is missing.".formatted(name));
        }
        return value;
    }

    private static Path readings(Map<String, String> given) {
        var file = Path.of(get(given, "--readings"));
        if (!Files.isRegularFile(file)) {
            throw new BadUsage("There is no file %s (--readings).".formatted(file));
        }
        return file;
    }

    private static ZoneId zone(Map<String, String> given) {
        var zone = get(given, "--zone");
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new BadUsage("The zone \"%s\" (--zone) is not known. Maybe Asia/Seoul?".formatted(zone));
        }
    }

    private static Path out(Map<String, String> given) {
        var out = Path.of(get(given, "--out"));
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new BadUsage("%s (--out) is a file. Name a folder.".formatted(out));
        }
        return out;
    }
}
