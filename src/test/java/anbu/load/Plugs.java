package anbu.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** The load generator as a process. */
final class Plugs {
    private final Process process;
    private final Path report;
    private final Writer orders;
    private final CountDownLatch connected = new CountDownLatch(1);
    private final CompletableFuture<String> lastWords = new CompletableFuture<>();
    private volatile String progress = "";

    private Plugs(Process process, Path report) {
        this.process = process;
        this.report = report;
        this.orders = process.outputWriter();
    }

    static Plugs start(Path folder, String broker, String... arguments) {
        var report = folder.resolve("plugs.csv");
        var all = new ArrayList<>(List.of("--broker=" + broker, "--report=" + report));
        all.addAll(List.of(arguments));
        try {
            Files.deleteIfExists(report);
            var command = Program.java(
                    Program.Classes.TESTS,
                    List.of("-Xmx256m", "-XX:+UseSerialGC"),
                    LoadGenerator.class.getName(),
                    all.toArray(String[]::new));
            var plugs = new Plugs(
                    new ProcessBuilder(command).redirectErrorStream(true).start(), report);
            var reader = new Thread(plugs::follow, "plugs-progress");
            reader.setDaemon(true);
            reader.start();
            return plugs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void follow() {
        try (BufferedReader lines = process.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals("connected")) {
                    connected.countDown();
                }
                progress = line;
            }
            lastWords.complete(progress);
        } catch (IOException e) {
            lastWords.completeExceptionally(e);
        }
    }

    void awaitConnected() throws InterruptedException {
        connected.await();
    }

    Program program() {
        return new Program(process.toHandle());
    }

    /** A number of the newest progress line, such as {@code sent}; 0 before the first. */
    long progress(String name) {
        for (var word : progress.split(" ")) {
            if (word.startsWith(name + "=")) {
                return Long.parseLong(word.substring(name.length() + 1));
            }
        }
        return 0;
    }

    boolean isRunning() {
        return !lastWords.isDone();
    }

    void limit(long messages) {
        order("limit " + messages);
    }

    void rate(double perSecond) {
        order("rate " + perSecond);
    }

    void stop() {
        order("stop");
    }

    void awaitEnd() {
        lastWords.join();
    }

    private void order(String line) {
        try {
            orders.write(line + "\n");
            orders.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for its end; returns how many messages of each plug the broker acknowledged, which are those numbered from 1 to that. */
    Map<String, Long> acknowledged() throws IOException {
        var words = lastWords.join();
        if (!words.startsWith("done")) {
            throw new IllegalStateException("The plugs say: " + words);
        }
        var counts = new HashMap<String, Long>();
        for (var line : Files.readAllLines(report)) {
            var fields = line.split(",");
            counts.put(fields[0], Long.parseLong(fields[1]));
        }
        return counts;
    }
}
