package anbu.trial;

import anbu.testing.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;

/** What would make the trial fail later with many words, told before with few. */
final class Preflight {
    private static final long DISK_BYTES = 2L << 30;

    private Preflight() {}

    static void check(TrialSettings settings) {
        if (settings.databaseUrl() == null) {
            checkPlatform(EmbeddedDatabase.available());
            checkPort("the database", settings.databasePort(), "anbu.trial.db-port");
        }
        checkPort("the MQTT broker", settings.brokerPort(), "anbu.trial.mqtt-port");
        checkPort("the web pages", settings.webPort(), "server.port");
        checkDisk(settings, DISK_BYTES);
    }

    static void checkPlatform(boolean databaseAvailable) {
        if (!databaseAvailable) {
            throw new TrialRefused(
                    ("There is no embedded MariaDB for %s on %s; start an empty MariaDB 10.11 or 11.4 yourself and give its address,"
                                    + " for example SPRING_DATASOURCE_URL=jdbc:mariadb://localhost:3306/anbu with SPRING_DATASOURCE_USERNAME"
                                    + " and SPRING_DATASOURCE_PASSWORD.")
                            .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
        }
    }

    static void checkPort(String what, int port, String setting) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(loopback(), port));
        } catch (IOException e) {
            throw new TrialRefused(
                    ("Port %d for %s is taken by another program; end that one, or choose another port with --%s=%d (with Maven:"
                                    + " -Dspring-boot.run.arguments=--%s=%d).")
                            .formatted(port, what, setting, port + 1, setting, port + 1));
        }
    }

    private static InetAddress loopback() throws UnknownHostException {
        return InetAddress.getByName("127.0.0.1");
    }

    static void checkDisk(TrialSettings settings, long needed) {
        try {
            Files.createDirectories(settings.folder());
            var free = Files.getFileStore(settings.folder()).getUsableSpace();
            if (free < needed) {
                throw new TrialRefused(
                        "The trial needs %d MB of disk, but %s has only %d MB left; free some, or choose another folder with --anbu.trial.folder=..."
                                .formatted(needed >> 20, settings.folder(), free >> 20));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder %s cannot be written.".formatted(settings.folder()), e);
        }
    }
}
