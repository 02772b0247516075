package anbu.telemetry.replay;

import anbu.telemetry.activity.Profile;
import anbu.telemetry.activity.Span;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The three files of results. They get their names when all is written: what was broken off never looks complete. */
final class Results implements Closeable {
    private static final String UNFINISHED = ".unfinished";

    private final Map<Path, CSVPrinter> files = new LinkedHashMap<>();
    private final CSVPrinter activity;
    private final CSVPrinter devices;
    private final CSVPrinter states;

    Results(Path folder) throws IOException {
        Files.createDirectories(folder);
        this.activity = open(folder.resolve("activity.csv"), "home", "device", "start", "end", "source");
        this.devices = open(
                folder.resolve("devices.csv"),
                "home",
                "device",
                "appliance",
                "days",
                "interval_s",
                "standby_w",
                "step_w",
                "usual_w",
                "cycling",
                "constant_on",
                "lamp_lux",
                "timers",
                "daylight_lux",
                "warnings");
        this.states = open(folder.resolve("states.csv"), "home", "state", "start", "end");
    }

    private CSVPrinter open(Path file, String... columns) throws IOException {
        var writer = Files.newBufferedWriter(unfinished(file), StandardCharsets.UTF_8);
        var format = CSVFormat.DEFAULT
                .builder()
                .setRecordSeparator('\n')
                .setHeader(columns)
                .get();
        var printer = new CSVPrinter(writer, format);
        files.put(file, printer);
        return printer;
    }

    private static Path unfinished(Path file) {
        return file.resolveSibling(file.getFileName() + UNFINISHED);
    }

    void activity(String home, String device, Span span) throws IOException {
        activity.printRecord(home, device, span.start(), span.end(), span.measure());
    }

    void state(String home, HomeStates.State state, Instant start, Instant end) throws IOException {
        states.printRecord(home, state, start, end);
    }

    void device(String home, String device, Profile profile) throws IOException {
        var cycling = profile.cycling();
        devices.printRecord(
                home,
                device,
                profile.appliance(),
                profile.days(),
                profile.intervalSeconds(),
                watts(profile.standbyW()),
                profile.showsPower() ? watts(profile.stepW()) : "",
                watts(profile.usualW()),
                cycling,
                profile.constantOn(),
                Math.round(profile.lampLux()),
                profile.timers().stream().map(Results::clock).collect(Collectors.joining(";")),
                joined(profile.daylight()),
                joined(profile.warnings().stream().sorted().toList()));
    }

    private static String joined(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(";"));
    }

    private static String watts(double watts) {
        return String.format(Locale.ROOT, "%.1f", watts);
    }

    private static String clock(int minute) {
        return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
    }

    /** Closes the files and gives them their names. */
    void complete() throws IOException {
        for (var printer : files.values()) {
            printer.close();
        }
        for (var file : files.keySet()) {
            Files.move(unfinished(file), file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Removes what was not completed. */
    @Override
    public void close() throws IOException {
        for (var file : files.entrySet()) {
            file.getValue().close();
            Files.deleteIfExists(unfinished(file.getKey()));
        }
    }
}
