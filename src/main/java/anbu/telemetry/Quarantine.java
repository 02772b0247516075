package anbu.telemetry;

import anbu.platform.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What came in and could not be used, with its bytes and the reason. Nothing is thrown away. */
@Repository
public class Quarantine {
    private static final int DETAIL = 500;

    private final JdbcClient jdbc;

    Quarantine(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One message, or one element of one. {@code payload} is text as far as it is UTF-8. */
    public record Entry(
            long id, Instant arrivedAt, String source, String topic, String payload, Reason reason, String detail) {}

    /** Newest first. {@code reason} null for all; {@code beforeId} null for the newest, else the last id of the page before; at most 500. */
    public List<Entry> list(@Nullable Reason reason, @Nullable Long beforeId, int limit) {
        var sql = """
                SELECT id, arrived_at, source, topic, CONVERT(LEFT(payload, 4000) USING utf8mb4) AS payload, reason, detail
                FROM quarantine
                WHERE (:reason IS NULL OR reason = :reason) AND id < :beforeId
                ORDER BY id DESC
                LIMIT :limit
                """;
        return jdbc.sql(sql)
                .param("reason", Row.column(reason))
                .param("beforeId", beforeId == null ? Long.MAX_VALUE : beforeId)
                .param("limit", Math.max(1, Math.min(500, limit)))
                .query(Entry.class)
                .list();
    }

    /** How many there are for each reason that occurs. */
    public Map<Reason, Long> counts() {
        var counts = new EnumMap<Reason, Long>(Reason.class);
        jdbc.sql("SELECT reason, COUNT(*) AS n FROM quarantine GROUP BY reason").query(row -> {
            counts.put(Reason.valueOf(row.getString("reason")), row.getLong("n"));
        });
        return counts;
    }

    void add(Collection<Item.Bad> items) {
        var sql = """
                INSERT INTO quarantine (arrived_at, source, topic, payload, reason, detail)
                VALUES (:arrivedAt, :source, :topic, :payload, :reason, :detail)
                """;
        for (var bad : items) {
            jdbc.sql(sql)
                    .param("arrivedAt", Row.column(bad.origin().arrivedAt()))
                    .param("source", bad.origin().source())
                    .param("topic", cut(bad.origin().topic()))
                    .param("payload", bad.origin().payload())
                    .param("reason", bad.reason().name())
                    .param("detail", cut(bad.detail()))
                    .update();
        }
    }

    private static String cut(String text) {
        return text.length() <= DETAIL ? text : text.substring(0, DETAIL);
    }
}
