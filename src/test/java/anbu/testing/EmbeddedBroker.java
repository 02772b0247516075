package anbu.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.springframework.util.function.ThrowingSupplier;

/** A real MQTT 5 broker out of a jar. What it has accepted is in its data folder and survives a restart on the same folder. */
public final class EmbeddedBroker {
    private final EmbeddedActiveMQ server;
    private final int port;

    private EmbeddedBroker(EmbeddedActiveMQ server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a broker on this data folder, which is created when it is missing. Anybody on this machine may connect.
     *
     * @param port 0 for any free one
     */
    public static EmbeddedBroker start(Path data, int port) {
        var chosen = port == 0 ? freePort() : port;
        var server = new EmbeddedActiveMQ();
        ThrowingSupplier.of(() -> server.setConfiguration(configuration(data.toAbsolutePath(), chosen))
                        .start())
                .get((message, e) -> new IllegalStateException(
                        "The embedded broker did not start on port %d in %s.".formatted(chosen, data), e));
        if (server.getActiveMQServer().getRemotingService().getAcceptor("mqtt") == null
                || !server.getActiveMQServer()
                        .getRemotingService()
                        .getAcceptor("mqtt")
                        .isStarted()) {
            throw new IllegalStateException("The embedded broker cannot listen on port %d.".formatted(chosen));
        }
        return new EmbeddedBroker(server, chosen);
    }

    private static Configuration configuration(Path data, int port) throws Exception {
        // a message that was delivered often without an acknowledgement is still the only copy: never drop it
        var addresses = new AddressSettings().setMaxDeliveryAttempts(-1);
        return new ConfigurationImpl()
                .setPersistenceEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalDirectory(data.resolve("journal").toString())
                .setBindingsDirectory(data.resolve("bindings").toString())
                .setPagingDirectory(data.resolve("paging").toString())
                .setLargeMessagesDirectory(data.resolve("large").toString())
                .setJournalFileSize(1 << 20)
                .setMaxDiskUsage(-1)
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .addAddressSetting("#", addresses)
                .addAcceptorConfiguration("mqtt", "tcp://127.0.0.1:%d?protocols=MQTT".formatted(port));
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String uri() {
        return "tcp://127.0.0.1:" + port;
    }

    public void stop() {
        ThrowingSupplier.of(server::stop).get();
    }
}
