package anbu.telemetry;

import anbu.platform.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What came in and could not be used, with its bytes and the reason. Nothing is thrown away before its time, except from who sends without end. */
@Repository
public class Quarantine {
    static final int LARGEST_PAGE = 500;

    private static final String WHERE = """
            WHERE (:reason IS NULL OR reason = :reason) AND (:source IS NULL OR source = :source)
              AND (:text IS NULL OR topic LIKE CONCAT('%', :text, '%') ESCAPE '!' OR device_id LIKE CONCAT('%', :text, '%') ESCAPE '!')
              AND (:from IS NULL OR arrived_at >= :from) AND (:until IS NULL OR arrived_at < :until)
            """;

    private static final String ENTRY = """
            SELECT id, arrived_at, source, topic, device_id, CONVERT(LEFT(payload, 4000) USING utf8mb4) AS payload,
                   LENGTH(payload) AS bytes, reason, detail, attempts, tried_at
            FROM quarantine
            """;

    private final JdbcClient jdbc;
    private final QuarantineShares shares;

    Quarantine(JdbcClient jdbc, QuarantineShares shares) {
        this.jdbc = jdbc;
        this.shares = shares;
    }

    /**
     * One message, or one element of one.
     *
     * @param payload text as far as it is UTF-8, its beginning if it is long
     * @param deviceId the device it names, where that much was understood
     * @param attempts how often it was read again in vain, the last time at {@code triedAt}
     */
    public record Entry(
            long id,
            Instant arrivedAt,
            String source,
            String topic,
            @Nullable String deviceId,
            String payload,
            int bytes,
            Reason reason,
            String detail,
            int attempts,
            @Nullable Instant triedAt) {}

    /** Which entries are meant; null for no matter which. {@code text} is a part of the topic or the device's name. */
    record Filter(
            @Nullable Reason reason,
            @Nullable String source,
            @Nullable String text,
            @Nullable Instant from,
            @Nullable Instant until) {
        static final Filter ALL = new Filter(null, null, null, null, null);

        static Filter of(@Nullable Reason reason) {
            return new Filter(reason, null, null, null, null);
        }
    }

    /** Newest first. {@code reason} null for all; {@code beforeId} null for the newest, else the last id of the page before; at most 500. */
    public List<Entry> list(@Nullable Reason reason, @Nullable Long beforeId, int limit) {
        return found(Filter.of(reason), beforeId, limit);
    }

    List<Entry> found(Filter filter, @Nullable Long beforeId, int limit) {
        var sql = ENTRY + WHERE + "AND id < :beforeId ORDER BY id DESC LIMIT :limit";
        return filtered(sql, filter)
                .param("beforeId", beforeId == null ? Long.MAX_VALUE : beforeId)
                .param("limit", Math.max(1, Math.min(LARGEST_PAGE, limit)))
                .query(Entry.class)
                .list();
    }

    long count(Filter filter) {
        return filtered("SELECT COUNT(*) FROM quarantine " + WHERE, filter)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec filtered(String sql, Filter filter) {
        return jdbc.sql(sql)
                .param("reason", Row.column(filter.reason()))
                .param("source", filter.source())
                .param("text", filter.text() == null ? null : filter.text().replaceAll("([!%_])", "!$1"))
                .param("from", Row.column(filter.from()))
                .param("until", Row.column(filter.until()));
    }

    Optional<Entry> find(long id) {
        return jdbc.sql(ENTRY + "WHERE id = :id")
                .param("id", id)
                .query(Entry.class)
                .optional();
    }

    /** The bytes as they came. */
    Optional<byte[]> payload(long id) {
        return jdbc.sql("SELECT payload FROM quarantine WHERE id = :id")
                .param("id", id)
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    /** How many there are for each reason that occurs. */
    public Map<Reason, Long> counts() {
        var counts = new EnumMap<Reason, Long>(Reason.class);
        jdbc.sql("SELECT reason, COUNT(*) AS n FROM quarantine GROUP BY reason").query(row -> {
            counts.put(Reason.valueOf(row.getString("reason")), row.getLong("n"));
        });
        return counts;
    }

    /** A device that is not installed, and how many messages of it wait. */
    record Unknown(String deviceId, long messages, Instant firstAt, Instant lastAt) {}

    /** Those with the most messages. */
    List<Unknown> unknown(int most) {
        var sql = """
                SELECT device_id, COUNT(*) AS messages, MIN(arrived_at) AS first_at, MAX(arrived_at) AS last_at
                FROM quarantine
                WHERE reason = 'UNKNOWN_DEVICE' AND device_id IS NOT NULL
                GROUP BY device_id
                ORDER BY messages DESC, device_id
                LIMIT :most
                """;
        return jdbc.sql(sql).param("most", most).query(Unknown.class).list();
    }

    /** Those of the items that have their place for today; the others are counted. */
    void add(Collection<Item.Bad> items) {
        var sql = """
                INSERT INTO quarantine (arrived_at, source, topic, retained, device_id, payload, reason, detail)
                VALUES (:arrivedAt, :source, :topic, :retained, :deviceId, :payload, :reason, :detail)
                """;
        for (var bad : shares.kept(items)) {
            jdbc.sql(sql)
                    .param("arrivedAt", Row.column(bad.origin().arrivedAt()))
                    .param("source", bad.origin().source())
                    .param("topic", cut(bad.origin().topic()))
                    .param("retained", bad.origin().retained())
                    .param("deviceId", bad.deviceId())
                    .param("payload", bad.origin().payload())
                    .param("reason", bad.reason().name())
                    .param("detail", cut(bad.detail()))
                    .update();
        }
    }

    private static String cut(String text) {
        return text.length() <= 500 ? text : text.substring(0, 500);
    }

    /** A message as it arrived, and the place where it is kept. */
    record Kept(long id, Message message) {}

    /** The next after an id in the order of arrival, locked; without those that another node has and those that were cut. */
    List<Kept> lock(Filter filter, Collection<Long> ids, long afterId, int most) {
        var sql = "SELECT id, arrived_at, source, topic, retained, payload FROM quarantine " + WHERE + """
                AND id > :afterId AND (:anyId OR id IN (:ids)) AND reason <> 'TOO_LARGE'
                ORDER BY id
                LIMIT :most
                FOR UPDATE SKIP LOCKED
                """;
        return filtered(sql, filter)
                .param("afterId", afterId)
                .param("anyId", ids.isEmpty())
                .param("ids", ids.isEmpty() ? List.of(0L) : List.copyOf(ids))
                .param("most", most)
                .query(Quarantine::kept)
                .list();
    }

    private static Kept kept(ResultSet row, int n) throws SQLException {
        var message = new Message(
                row.getString("source"),
                row.getString("topic"),
                row.getBytes("payload"),
                row.getTimestamp("arrived_at").toInstant(),
                row.getBoolean("retained"));
        return new Kept(row.getLong("id"), message);
    }

    void remove(Collection<Kept> entries) {
        if (!entries.isEmpty()) {
            jdbc.sql("DELETE FROM quarantine WHERE id IN (:ids)")
                    .param("ids", new ArrayList<>(entries.stream().map(Kept::id).toList()))
                    .update();
        }
    }

    /** It could not be used this time either. */
    void stays(long id, Item.Bad why, Instant now) {
        var sql = """
                UPDATE quarantine
                SET reason = :reason, detail = :detail, device_id = COALESCE(:deviceId, device_id),
                    attempts = attempts + 1, tried_at = :now
                WHERE id = :id
                """;
        jdbc.sql(sql)
                .param("reason", why.reason().name())
                .param("detail", cut(why.detail()))
                .param("deviceId", why.deviceId())
                .param("now", Row.column(now))
                .param("id", id)
                .update();
    }

    /** Some of those that arrived before; returns how many. */
    int expire(Instant before, int most) {
        return jdbc.sql("DELETE FROM quarantine WHERE arrived_at < :before ORDER BY arrived_at LIMIT :most")
                .param("before", Row.column(before))
                .param("most", most)
                .update();
    }
}
