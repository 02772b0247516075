package anbu.telemetry;

import anbu.platform.Row;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What the sessions at the broker have subscribed to. A resumed session delivers at once; subscribing it again in the middle of that makes
 * some brokers (Artemis 2.40) lose count of what is under way, and the flow stops at the receive maximum.
 */
@Repository
class Subscriptions {
    private final JdbcClient jdbc;

    Subscriptions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<String> of(String clientId, String broker) {
        var sql = """
                SELECT filter
                FROM mqtt_subscription
                WHERE client_id = :clientId AND broker = :broker
                """;
        return jdbc.sql(sql)
                .param("clientId", clientId)
                .param("broker", broker)
                .query(String.class)
                .list();
    }

    void forget(String clientId, String broker, String filter) {
        var sql = """
                DELETE FROM mqtt_subscription
                WHERE client_id = :clientId AND broker = :broker AND filter = :filter
                """;
        jdbc.sql(sql)
                .param("clientId", clientId)
                .param("broker", broker)
                .param("filter", filter)
                .update();
    }

    void remember(String clientId, String broker, String filter, Instant at) {
        var sql = """
                INSERT INTO mqtt_subscription (client_id, broker, filter, subscribed_at)
                VALUES (:clientId, :broker, :filter, :at)
                ON DUPLICATE KEY UPDATE subscribed_at = :at
                """;
        jdbc.sql(sql)
                .param("clientId", clientId)
                .param("broker", broker)
                .param("filter", filter)
                .param("at", Row.column(at))
                .update();
    }
}
