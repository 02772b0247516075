package anbu.load;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A process of the rig, with what it has cost. */
record Program(ProcessHandle handle) {
    private static final double TICKS_PER_SECOND = 100;

    /** Which classes a Java program of the rig sees. */
    enum Classes {
        /** As packaged, without anything of the tests. */
        PRODUCTION,
        TESTS;

        String path() {
            var all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
            return Arrays.stream(all.split(File.pathSeparator))
                    .filter(entry -> this == TESTS || !entry.endsWith("test-classes"))
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }

    static List<String> java(Classes classes, List<String> options, String mainClass, String... arguments) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java));
        command.addAll(options);
        command.addAll(List.of("-cp", classes.path(), mainClass));
        command.addAll(List.of(arguments));
        return command;
    }

    static Process start(List<String> command, Map<String, String> environment, Path log) {
        var program = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        program.environment().putAll(environment);
        try {
            return program.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it has used of all cores since it started, in seconds. */
    double cpuSeconds() {
        try (BufferedReader stat = Files.newBufferedReader(Path.of("/proc", Long.toString(handle.pid()), "stat"))) {
            var line = stat.readLine();
            var fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code kill -9}, and waits for its end. */
    void kill() {
        handle.destroyForcibly();
        handle.onExit()
                .orTimeout(Duration.ofSeconds(30).toSeconds(), TimeUnit.SECONDS)
                .join();
    }
}
