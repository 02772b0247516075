package anbu.telemetry;

import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A message and the connection it came by. Its number means something on that connection only, so that is where it is acknowledged or nowhere. */
record Delivery(Message message, MqttAsyncClient connection, int id, int qos) {
    private static final Logger log = LoggerFactory.getLogger(Delivery.class);

    /** To be called after the commit. If the connection is gone, the broker sends the message again and it is found to be a duplicate. */
    void acknowledge() {
        if (!connection.isConnected()) {
            return;
        }
        try {
            connection.messageArrivedComplete(id, qos);
        } catch (MqttException e) {
            log.debug("A message will come again, for its acknowledgement could not be sent: {}", e.getMessage());
        }
    }
}
