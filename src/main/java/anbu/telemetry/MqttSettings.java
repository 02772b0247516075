package anbu.telemetry;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code anbu.mqtt.*}: the broker.
 *
 * @param uri {@code tcp://host:1883} or {@code ssl://host:8883}; empty for no intake over MQTT
 * @param username empty for none
 * @param clientId unlike that of every other node, the same after a restart; empty for {@code anbu-} and the host's name
 * @param sessionExpiry how long the broker keeps messages for this node while it is away
 * @param receiveMaximum how many messages may be unacknowledged at a time
 */
@ConfigurationProperties("anbu.mqtt")
record MqttSettings(
        @DefaultValue("") String uri,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("") String clientId,
        @DefaultValue("7d") Duration sessionExpiry,
        @DefaultValue("8000") int receiveMaximum) {
    /** As what this node is known to the broker. */
    String node() {
        return clientId.isBlank() ? "anbu-" + hostName() : clientId;
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "node";
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "MqttSettings[uri=%s, clientId=%s]".formatted(uri, clientId);
    }
}
